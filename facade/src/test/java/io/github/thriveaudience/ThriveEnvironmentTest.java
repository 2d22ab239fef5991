package io.github.thriveaudience;

import static io.github.thriveaudience.auth.TokenService.PUBLIC_API;
import static io.github.thriveaudience.auth.TokenService.WEBHOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.thriveaudience.auth.TokenService;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThriveEnvironmentTest {

  @ParameterizedTest
  @CsvSource({
    "PRODUCTION,     https://public.api.learn.link/rest/v1",
    "STAGING,        https://public.api.learnstaging.link/rest/v1",
    "PRODUCTION_MEA, https://public.api.mea.learn.tech/rest/v1",
    "STAGING_MEA,    https://public.api.meastaging.learn.tech/rest/v1",
  })
  void hasTheDocumentedBaseUri(ThriveEnvironment environment, URI expected) {
    assertThat(environment.apiBaseUri()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PRODUCTION,     PUBLIC_API, https://public.api.learn.link/oauth2/token/eu-west-2_AbcdEfghI",
    "PRODUCTION,     WEBHOOKS,   https://user.api.learn.link/oauth2/token/eu-west-2_AbcdEfghI",
    "STAGING,        PUBLIC_API, https://public.api.learnstaging.link/oauth2/token/eu-west-2_AbcdEfghI",
    "STAGING,        WEBHOOKS,   https://user.api.learnstaging.link/oauth2/token/eu-west-2_AbcdEfghI",
    "PRODUCTION_MEA, PUBLIC_API, https://public.api.mea.learn.tech/oauth2/token/eu-west-2_AbcdEfghI",
    "PRODUCTION_MEA, WEBHOOKS,   https://user.api.mea.learn.tech/oauth2/token/eu-west-2_AbcdEfghI",
    "STAGING_MEA,    PUBLIC_API, https://public.api.meastaging.learn.tech/oauth2/token/eu-west-2_AbcdEfghI",
    "STAGING_MEA,    WEBHOOKS,   https://user.api.meastaging.learn.tech/oauth2/token/eu-west-2_AbcdEfghI",
  })
  void hasTheDocumentedTokenUris(
      ThriveEnvironment environment, TokenService service, URI expected) {
    assertThat(environment.tokenUri(service, "eu-west-2_AbcdEfghI")).isEqualTo(expected);
  }

  @Test
  void hasNoAddressTwice() {
    assertThat(
            Stream.of(ThriveEnvironment.values())
                .flatMap(
                    environment ->
                        Stream.of(
                            environment.apiBaseUri(),
                            environment.tokenUri(PUBLIC_API, "t"),
                            environment.tokenUri(WEBHOOKS, "t"))))
        .doesNotHaveDuplicates()
        .hasSize(12);
  }

  @Test
  void encodesTheTenantIdIntoOneSegment() {
    assertThat(ThriveEnvironment.STAGING.tokenUri(PUBLIC_API, "a/b c%2F?d#é"))
        .hasToString(
            "https://public.api.learnstaging.link/oauth2/token/a%2Fb%20c%252F%3Fd%23%C3%A9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ".."})
  void refusesATenantIdThatCannotBeASegment(String tenantId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThriveEnvironment.STAGING.tokenUri(WEBHOOKS, tenantId))
        .withMessageStartingWith("tenantId must not be ");
  }
}
