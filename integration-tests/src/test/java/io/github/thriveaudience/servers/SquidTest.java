package io.github.thriveaudience.servers;

import static io.github.thriveaudience.servers.Certificates.TEST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.TokenService;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tunnels through squid to nginx with TLS, and to the API behind it. */
@RealServer({"nginx", "squid"})
class SquidTest {
  private static final String USER = "proxy-user";
  private static final String PASSWORD = "proxy-password";
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8));

  private final Upstream upstream = new Upstream();
  private final Nginx nginx = Nginx.https(TEST.server(), Nginx.proxyTo(upstream.port()));

  @AfterEach
  void close() {
    nginx.close();
    upstream.close();
  }

  @Test
  void listsMembersThroughATunnel() {
    try (Squid squid = Squid.allowingAll();
        AudienceMembersClient client = builder().proxy("127.0.0.1", squid.port()).build()) {
      Clients.assertComplete(client.members("tech-team").parallelism(4).readAll().members());

      assertTunnels(squid, "-");
    }
  }

  @Test
  void sendsCredentialsOnlyToTheirServer() {
    try (Squid squid = Squid.forUser(USER, PASSWORD);
        AudienceMembersClient client =
            builder().proxy("127.0.0.1", squid.port(), USER, PASSWORD).build()) {
      Clients.assertComplete(client.members("tech-team").parallelism(4).readAll().members());

      assertThat(upstream.requests)
          .allMatch(
              request -> request.headers().get("Authorization").contains(Clients.AUTHORIZATION))
          .noneMatch(request -> request.headers().containsKey("Proxy-Authorization"))
          .noneMatch(request -> request.headers().toString().contains(BASIC));
      assertThat(assertTunnels(squid, USER))
          .extracting(Squid.Access::headers)
          .allMatch(headers -> headers.contains("Proxy-Authorization: " + BASIC))
          .noneMatch(headers -> headers.contains("\nAuthorization"))
          .noneMatch(headers -> headers.contains(Clients.AUTHORIZATION));
    }
  }

  @Test
  void requestsTokensThroughATunnel() {
    try (Squid squid = Squid.forUser(USER, PASSWORD);
        AccessTokens tokens =
            AccessTokens.builder(TokenService.PUBLIC_API)
                .tokenUri(nginx.tokenUri())
                .credentials(Credentials.oauth2("eu-west-2_Tenant", "client", "client-secret"))
                .sslContext(TEST.trusting())
                .proxy("127.0.0.1", squid.port(), USER, PASSWORD)
                .build()) {
      assertThat(tokens.current().value()).isEqualTo("token-1");

      assertTunnels(squid, USER);
    }
  }

  @Test
  void namesAProxyThatRequiresCredentials() {
    Squid squid = Squid.forUser(USER, PASSWORD);

    assertThat(failure(squid, 407, builder().proxy("127.0.0.1", squid.port())))
        .hasMessageContaining("proxy")
        .hasMessageContaining("407")
        .hasMessageContaining("credentials");
  }

  @Test
  void namesRejectedProxyCredentials() {
    Squid squid = Squid.forUser(USER, PASSWORD);

    assertThat(failure(squid, 407, builder().proxy("127.0.0.1", squid.port(), USER, "mistyped")))
        .hasMessageContaining("proxy")
        .hasMessageContaining("407")
        .hasMessageContaining("credentials")
        .hasMessageNotContaining("mistyped");
  }

  @Test
  void namesAProxyThatRefusesATunnel() {
    Squid squid = Squid.denyingAll();

    assertThat(failure(squid, 403, builder().proxy("127.0.0.1", squid.port())))
        .hasMessageContaining("proxy")
        .hasMessageContaining("403");
  }

  @Test
  void namesAProxyThatCannotReachTheServer() {
    Squid squid = Squid.allowingAll();
    URI nowhere = URI.create("https://localhost:" + ServerProcess.freePort() + "/rest/v1");

    assertThat(failure(squid, 503, builder().baseUri(nowhere).proxy("127.0.0.1", squid.port())))
        .hasMessageContaining("proxy")
        .hasMessageContaining("503");
  }

  private AudienceMembersClient.Builder builder() {
    return Clients.of(nginx.baseUri()).sslContext(TEST.trusting());
  }

  /** Asserts that all requests went through tunnels that this user opened. */
  private List<Squid.Access> assertTunnels(Squid squid, String user) {
    List<Squid.Access> log = squid.endAndLog();
    assertThat(log)
        .isNotEmpty()
        .allMatch(access -> access.method().equals("CONNECT"))
        .allMatch(access -> access.target().equals("localhost:" + nginx.port()))
        .allMatch(access -> access.status() == 200)
        .allMatch(access -> access.user().equals(user));
    return log;
  }

  /** The failure of a single attempt, to which the proxy responded with this status. */
  private Throwable failure(Squid squid, int status, AudienceMembersClient.Builder builder) {
    try (squid;
        AudienceMembersClient client = builder.maxAttempts(1).build()) {
      Throwable failure = catchThrowable(() -> client.members("tech-team").page(1));

      assertThat(upstream.requests).isEmpty();
      assertThat(squid.endAndLog()).extracting(Squid.Access::status).contains(status);
      return failure;
    }
  }
}
