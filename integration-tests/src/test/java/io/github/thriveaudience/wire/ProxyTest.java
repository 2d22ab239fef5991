package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through a proxy. The build enables Basic for tunnels, as users have to. */
@Timeout(60)
class ProxyTest extends WireTest {
  private static final String USER = "me";
  private static final String ACCEPTED =
      "Basic " + Base64.getEncoder().encodeToString((USER + ':' + SECRET).getBytes(UTF_8));

  @Test
  void sendsProxyCredentialsToTheProxyOnly() {
    WireMockServer api = new WireMockServer(Tls.wireMock().extensions(CONTRACT));
    api.stubFor(any(anyUrl()).willReturn(json(Pages.page(1, 1, 1000))));
    api.stubFor(post(urlPathMatching("/oauth2/token/.+")).willReturn(token(SECRET)));
    api.start();
    String base = "https://localhost:" + api.httpsPort();
    try (RecordedLog log = RecordedLog.ofEverything();
        ConnectProxy proxy = new ConnectProxy(ACCEPTED);
        AudienceMembersClient client =
            builder()
                .baseUri(URI.create(base + "/rest/v1"))
                .tokenUri(URI.create(base + "/oauth2/token/eu-west-2_Tenant"))
                .credentials(OAUTH2)
                .header("X-Api-Gateway-Key", SECRET)
                .tokenHeader("X-Token-Gateway-Key", SECRET)
                .sslContext(Tls.trusting())
                .proxy("127.0.0.1", proxy.port(), USER, SECRET)
                .build()) {
      assertThat(client.members("tech-team").page(1).members()).hasSize(1);

      assertThat(api.getAllServeEvents())
          .hasSize(2)
          .noneMatch(event -> event.getRequest().containsHeader("Proxy-Authorization"))
          .allMatch(event -> event.getRequest().containsHeader("Authorization"));
      assertThat(proxy.received("Proxy-Authorization")).isTrue();
      assertThat(proxy.received("Authorization")).isFalse();
      assertThat(proxy.received("X-Api-Gateway-Key")).isFalse();
      assertThat(proxy.received("X-Token-Gateway-Key")).isFalse();
      assertThat(log.lines).noneMatch(line -> line.text().contains(ACCEPTED.substring(6)));
    } finally {
      api.stop();
    }
  }

  @Test
  void requestsATokenThroughTheProxy() {
    WireMockServer api = new WireMockServer(Tls.wireMock().extensions(CONTRACT));
    api.stubFor(any(anyUrl()).willReturn(token(SECRET)));
    api.start();
    try (ConnectProxy proxy = new ConnectProxy(ACCEPTED);
        AccessTokens tokens =
            AccessTokens.builder(TokenService.PUBLIC_API)
                .tokenUri(URI.create("https://localhost:" + api.httpsPort() + "/oauth2/token/t"))
                .credentials(Credentials.oauth2("t", "client", SECRET))
                .sslContext(Tls.trusting())
                .proxy("127.0.0.1", proxy.port(), USER, SECRET)
                .build()) {
      assertThat(tokens.current().value()).isEqualTo(SECRET);
      assertThat(proxy.heads).hasSize(1);
      assertThat(proxy.received("Authorization")).isFalse();
    } finally {
      api.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void namesRejectedProxyCredentials(boolean any) {
    try (ConnectProxy proxy = new ConnectProxy(ACCEPTED)) {
      assertThat(
              failure(
                  builder ->
                      any
                          ? builder.proxy("127.0.0.1", proxy.port(), USER, "wrong-" + SECRET)
                          : builder.proxy("127.0.0.1", proxy.port())))
          .isInstanceOfSatisfying(
              UnexpectedStatusException.class,
              response -> {
                assertThat(response.status()).isEqualTo(407);
                assertThat(response)
                    .hasMessageContaining("a proxy on the way requires credentials")
                    .hasMessageContaining("proxy(host, port, user, password)")
                    .hasMessageContaining("jdk.http.auth.tunneling.disabledSchemes");
              })
          .satisfies(LeakAssertions::assertNoLeaks);
      assertThat(proxy.heads).hasSize(1);
    }
  }

  /** The JDK throws a NullPointerException. Before Java 25 the client refuses authenticators. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void namesRejectedCredentialsOfAnAuthenticator() {
    Authenticator wrong =
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(USER, "wrong".toCharArray());
          }
        };
    try (ConnectProxy proxy = new ConnectProxy(ACCEPTED)) {
      InetSocketAddress address = new InetSocketAddress(Sockets.LOCAL, proxy.port());
      HttpClient http =
          HttpClient.newBuilder().proxy(ProxySelector.of(address)).authenticator(wrong).build();

      assertThat(failure(builder -> builder.httpClient(http)))
          .isInstanceOf(UnexpectedStatusException.class)
          .hasMessageContaining("a proxy on the way requires credentials");
    }
  }

  @Test
  void keepsTheRequestIdOfTheProxy() {
    try (Sockets proxy = respondingWith("407 No\r\nX-Request-Id: req-1")) {
      assertThat(failure(builder -> builder.proxy("127.0.0.1", proxy.port())))
          .isInstanceOfSatisfying(
              UnexpectedStatusException.class,
              response -> assertThat(response.requestId()).isEqualTo("req-1"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 403, 404, 501})
  void doesNotRetryARefusedTunnel(int status) {
    try (Sockets proxy = respondingWith(status + " No")) {
      assertThat(failure(builder -> builder.maxAttempts(4).proxy("127.0.0.1", proxy.port())))
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageStartingWith(
              "The proxy 127.0.0.1:" + proxy.port() + " refused a tunnel to PRODUCTION (")
          .hasMessageContaining("with the status " + status);
      assertThat(proxy.connections).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503})
  void retriesATemporarilyRefusedTunnel(int status) {
    try (Sockets proxy = respondingWith(status + " No")) {
      InetSocketAddress address = new InetSocketAddress(Sockets.LOCAL, proxy.port());
      HttpClient http = HttpClient.newBuilder().proxy(ProxySelector.of(address)).build();

      assertThat(
              catchThrowable(
                  () ->
                      GatewayFixtures.list(
                          GatewayFixtures.basic(
                              URI.create("https://api.example.com"),
                              GatewayFixtures.connection(http, new TestTime(), 3)),
                          1,
                          1000)))
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("with the status " + status);
      assertThat(proxy.connections).hasSize(3);
    }
  }

  @Test
  void namesAProxyThatRefusesConnections() {
    Sockets gone = new Sockets(connection -> {});
    gone.close();

    assertThat(failure(builder -> builder.proxy("127.0.0.1", gone.port())))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageStartingWith(
            "The connection to the proxy 127.0.0.1:" + gone.port() + " on the way to PRODUCTION (");
  }

  @Test
  void namesAnUnknownProxyHost() {
    assertThat(failure(builder -> builder.proxy("no-such-proxy.invalid", 3128)))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageStartingWith(
            "The host name no-such-proxy.invalid of the proxy cannot be resolved");
  }

  @Test
  void namesAnUnknownServerHost() {
    assertThat(failure(builder -> builder.baseUri(URI.create("https://no-such-api.invalid"))))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageStartingWith("The host name no-such-api.invalid cannot be resolved");
  }

  private static Sockets respondingWith(String status) {
    return new Sockets(
        connection -> {
          Sockets.head(connection);
          Sockets.write(connection, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
        });
  }

  /** The failure of a call to the real API, which the proxy never forwards. */
  private static Throwable failure(UnaryOperator<AudienceMembersClient.Builder> settings) {
    try (AudienceMembersClient client =
        settings
            .apply(
                AudienceMembersClient.builder()
                    .environment(ThriveEnvironment.PRODUCTION)
                    .credentials(Credentials.basic("eu-west-2_Tenant", SECRET))
                    .requestTimeout(Duration.ofMinutes(2))
                    .maxAttempts(1))
            .build()) {
      return catchThrowable(() -> client.members("tech-team").page(1));
    }
  }
}
