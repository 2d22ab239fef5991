package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name by which a kept state knows its environment again. */
class EnvironmentNameTest {

  @ParameterizedTest
  @CsvSource({
    "STAGING, , STAGING",
    "STAGING, https://proxy.example.com/thrive, STAGING",
    ", https://public.api.mea.learn.tech/rest/v1, PRODUCTION_MEA",
    ", https://proxy.example.com:8443/thrive, https://proxy.example.com:8443/thrive",
    ", http://127.0.0.1:40675/rest/v1, http://127.0.0.1/rest/v1",
    ", http://[::1]:40675, http://[::1]",
    ", https://localhost:443/a:443/b, https://localhost/a:443/b",
    ", http://localhost/rest/v1, http://localhost/rest/v1"
  })
  void isTheEnvironmentOrItsAddress(
      @Nullable ThriveEnvironment environment, @Nullable URI baseUri, String name) {
    assertThat(new ClientEndpoints(environment, baseUri, null).environmentName()).isEqualTo(name);
  }
}
