package io.github.thriveaudience.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.call.Limits;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What each setting does; {@code ConnectionBuilderTest} has the values that are refused. */
class ConnectionSettingsTest {
  private final ConnectionSettings settings = new ConnectionSettings();

  @Test
  void haveDefaults() {
    HttpClient http = settings.http();

    assertThat(http.connectTimeout()).contains(Duration.ofSeconds(10));
    assertThat(http.followRedirects()).isEqualTo(Redirect.NEVER);
    assertThat(http.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(http.proxy()).isEmpty();
    assertThat(settings.limits())
        .isEqualTo(
            new Limits(
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                4,
                Integer.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                16 * 1024 * 1024));
  }

  @Test
  void areUsed() {
    settings.connectTimeout(Duration.ofSeconds(3));
    settings.requestTimeout(Duration.ofSeconds(4));
    settings.callTimeout(Duration.ofSeconds(5));
    settings.maxAttempts(6);
    settings.requestsPerSecond(0.5);
    settings.maxResponseSize(7);

    assertThat(settings.http().connectTimeout()).contains(Duration.ofSeconds(3));
    assertThat(settings.limits())
        .isEqualTo(new Limits(Duration.ofSeconds(4), Duration.ofSeconds(5), 6, 6, 0.5, 7));
  }

  @Test
  void areUsedForProxiesAndTls() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, null, null);
    settings.sslContext(context);
    settings.proxy("proxy.example.com", 3128);
    HttpClient http = settings.http();

    assertThat(http.sslContext()).isSameAs(context);
    assertThat(http.proxy().orElseThrow().select(URI.create("https://api.example.com")))
        .singleElement()
        .extracting(Proxy::address)
        .isEqualTo(InetSocketAddress.createUnresolved("proxy.example.com", 3128));
  }

  @Test
  void reachTheEndsOfTheirRanges() {
    Duration day = Duration.ofDays(1);
    settings.requestTimeout(Duration.ofNanos(1));
    settings.callTimeout(day);
    settings.maxAttempts(1);
    settings.maxResponseSize(1);
    assertThat(settings.limits()).isEqualTo(new Limits(Duration.ofNanos(1), day, 1, 1));

    settings.maxAttempts(20);
    assertThat(settings.limits().maxAttempts()).isEqualTo(20);

    settings.connectTimeout(Duration.ofNanos(1));
    assertThat(settings.http().connectTimeout()).contains(Duration.ofNanos(1));
    settings.connectTimeout(day);
    assertThat(settings.http().connectTimeout()).contains(day);
  }

  @Test
  void useAGivenHttpClientAsItIs() {
    HttpClient http = HttpClient.newHttpClient();
    settings.httpClient(http);

    assertThat(settings.http()).isSameAs(http);
  }
}
