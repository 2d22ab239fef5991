package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AccessToken;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.internal.token.Token;
import io.github.thriveaudience.internal.token.TokenCache;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.context.WebServerApplicationContext;

/** Requests for tokens to Spring Authorization Server. */
class AuthorizationServerTest extends WireTest {
  private static final String PATH = "/oauth2/token/eu-west-2_Tenant";
  private static final String AWKWARD_SECRET = SECRET + " %+/:ü&=?";
  private static WebServerApplicationContext server;

  @EnableAutoConfiguration
  static class Server {}

  @BeforeAll
  static void start() {
    SpringApplication application = new SpringApplication(Server.class);
    String client = "spring.security.oauth2.authorizationserver.client.thrive.";
    application.setDefaultProperties(
        Map.of(
            "server.address",
            "127.0.0.1",
            "server.port",
            "0",
            "spring.main.banner-mode",
            "off",
            "spring.security.oauth2.authorizationserver.endpoint.token-uri",
            PATH,
            client + "registration.client-id",
            "client:1",
            client + "registration.client-secret",
            "{noop}" + AWKWARD_SECRET,
            client + "registration.client-authentication-methods",
            "client_secret_basic,client_secret_post",
            client + "registration.authorization-grant-types",
            "client_credentials",
            client + "registration.scopes",
            "api/read,api/all",
            client + "token.access-token-time-to-live",
            "1h"));
    server = (WebServerApplicationContext) application.run();
  }

  @AfterAll
  static void stop() {
    SpringApplication.exit(server);
  }

  @ParameterizedTest
  @EnumSource(ClientAuthentication.class)
  void sendsTheIssuedTokenToTheApi(ClientAuthentication method) {
    respond(json(Pages.page(1, 1, 1000)));
    OAuth2Credentials credentials = credentials(AWKWARD_SECRET).withClientAuthentication(method);

    assertThat(
            builder().tokenUri(serverUri()).credentials(credentials).build().members("tech-team"))
        .hasSize(1);

    assertThat(requests().get(0).getHeader("Authorization"))
        .matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+");
  }

  @Test
  void returnsScopesAndExpiryOfTheToken() {
    Instant before = Instant.now();

    AccessToken token =
        tokens(credentials(AWKWARD_SECRET).withScopes(Scope.ALL, Scope.READ)).current();

    assertThat(token.scopes()).containsExactlyInAnyOrder("api/all", "api/read");
    assertThat(token.expiresAt())
        .isBetween(before.plusSeconds(3590), Instant.now().plusSeconds(3600));
  }

  @Test
  void requestsANewTokenAfterExpiry() {
    TestTime clock = new TestTime();
    TokenCache tokens =
        GatewayFixtures.tokens(
            serverUri(), credentials(AWKWARD_SECRET), GatewayFixtures.connection(clock, 1));

    Token first = tokens.current();
    clock.advance(Duration.ofMinutes(50));
    assertThat(tokens.current()).isEqualTo(first);
    clock.advance(Duration.ofMinutes(10));

    assertThat(tokens.current().value()).isNotEqualTo(first.value());
  }

  @ParameterizedTest
  @EnumSource(ClientAuthentication.class)
  void failsWithAWrongSecret(ClientAuthentication method) {
    AccessTokens tokens = tokens(credentials("wrong").withClientAuthentication(method));

    assertThatThrownBy(tokens::current)
        .satisfies(LeakAssertions::assertNoLeaks)
        .isInstanceOfSatisfying(
            TokenRequestException.class,
            thrown -> assertThat(thrown.error()).isEqualTo("invalid_client"));
  }

  @Test
  void failsWithAScopeThatIsNotGranted() {
    AccessTokens tokens = tokens(credentials(AWKWARD_SECRET).withScopes(Scope.WRITE));

    assertThatThrownBy(tokens::current)
        .satisfies(LeakAssertions::assertNoLeaks)
        .isInstanceOfSatisfying(
            TokenRequestException.class,
            thrown -> assertThat(thrown.error()).isEqualTo("invalid_scope"))
        .hasMessageContaining("api/write");
  }

  private static OAuth2Credentials credentials(String secret) {
    return Credentials.oauth2("eu-west-2_Tenant", "client:1", secret);
  }

  private static AccessTokens tokens(OAuth2Credentials credentials) {
    return AccessTokens.builder(TokenService.PUBLIC_API)
        .tokenUri(serverUri())
        .credentials(credentials)
        .build();
  }

  private static URI serverUri() {
    return URI.create("http://127.0.0.1:" + server.getWebServer().getPort() + PATH);
  }
}
