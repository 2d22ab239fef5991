package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.thriveaudience.internal.Connection;
import java.net.Authenticator;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionSettingsTest {
  private final ConnectionSettings settings = new ConnectionSettings();

  @Test
  void haveDefaults() {
    Connection connection = settings.connect();

    assertThat(connection.http().connectTimeout()).contains(Duration.ofSeconds(10));
    assertThat(connection.http().followRedirects()).isEqualTo(Redirect.NEVER);
    assertThat(connection.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void areUsed() {
    settings.connectTimeout(Duration.ofSeconds(3));
    settings.requestTimeout(Duration.ofSeconds(4));

    assertThat(settings.connect().http().connectTimeout()).contains(Duration.ofSeconds(3));
    assertThat(settings.connect().requestTimeout()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void useAGivenHttpClientAsItIs() {
    HttpClient http = HttpClient.newHttpClient();
    settings.httpClient(http);

    assertThat(settings.connect().http()).isSameAs(http);
  }

  @Test
  void refuseAnAuthenticatorWhereTheJdkWouldDropOurCredentials() {
    HttpClient http = HttpClient.newBuilder().authenticator(new Authenticator() {}).build();

    if (Runtime.version().feature() < 25) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.httpClient(http))
          .withMessageStartingWith("httpClient must not have an authenticator on Java ");
    } else {
      assertThatCode(() -> settings.httpClient(http)).doesNotThrowAnyException();
    }
  }
}
