package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.TokenService;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A builder refuses settings that contradict each other, and opens nothing before it does. */
class ContradictingSettingsTest {
  private static final URI GATEWAY = URI.create("https://gateway.example.com");
  private static final HttpClient GIVEN = HttpClient.newHttpClient();
  private static final OAuth2Credentials OAUTH2 =
      Credentials.oauth2("eu-west-2_Tenant", "client", "hush-hush");

  private static final URI STAGING_TOKENS =
      ThriveEnvironment.STAGING.tokenUri(TokenService.PUBLIC_API, "t");
  private static final URI STAGING_WEBHOOKS =
      ThriveEnvironment.STAGING.tokenUri(TokenService.WEBHOOKS, "t");

  /** Builds a client or access tokens. */
  private interface Build {
    AutoCloseable build();
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(connection(), addresses(), proxies()).flatMap(List::stream);
  }

  private static List<Arguments> connection() {
    String proxy = "proxy has no effect on a given httpClient: set it there";
    String sslContext = "sslContext has no effect on a given httpClient: set it there";
    String connectTimeout = "connectTimeout has no effect on a given httpClient: set it there";
    return List.of(
        arguments(proxy, client(builder -> builder.proxy("proxy", 3128).httpClient(GIVEN))),
        arguments(
            proxy,
            client(builder -> builder.proxy("proxy", 3128, "me", "hush-hush").httpClient(GIVEN))),
        arguments(proxy, tokens(builder -> builder.proxy("proxy", 3128).httpClient(GIVEN))),
        arguments(sslContext, client(builder -> builder.sslContext(tls()).httpClient(GIVEN))),
        arguments(sslContext, tokens(builder -> builder.sslContext(tls()).httpClient(GIVEN))),
        arguments(
            connectTimeout,
            client(builder -> builder.connectTimeout(Duration.ofSeconds(1)).httpClient(GIVEN))),
        arguments(
            connectTimeout,
            tokens(builder -> builder.connectTimeout(Duration.ofSeconds(1)).httpClient(GIVEN))));
  }

  private static List<Arguments> addresses() {
    String mixed = "environment, baseUri and tokenUri must not mix ";
    String service = "tokenUri must be on the host of the token service PUBLIC_API";
    URI production = ThriveEnvironment.PRODUCTION.apiBaseUri();
    return List.of(
        arguments(
            "with baseUri and OAuth credentials tokenUri must be set too",
            client(builder -> builder.credentials(OAUTH2).baseUri(GATEWAY))),
        arguments(
            "tokenUri is for OAuth credentials only", client(builder -> builder.tokenUri(GATEWAY))),
        arguments(
            service, client(builder -> builder.credentials(OAUTH2).tokenUri(STAGING_WEBHOOKS))),
        arguments(service, tokens(builder -> builder.tokenUri(STAGING_WEBHOOKS))),
        arguments(mixed + "[STAGING, PRODUCTION]", client(builder -> builder.baseUri(production))),
        arguments(mixed + "[STAGING, PRODUCTION]", tokens(builder -> builder.tokenUri(production))),
        arguments(
            mixed + "[PRODUCTION, STAGING]",
            client(
                builder ->
                    builder
                        .environment(ThriveEnvironment.PRODUCTION)
                        .tokenUri(STAGING_TOKENS)
                        .credentials(OAUTH2))),
        arguments(
            mixed + "[PRODUCTION_MEA, STAGING]",
            (Build)
                AudienceMembersClient.builder()
                        .baseUri(ThriveEnvironment.PRODUCTION_MEA.apiBaseUri())
                        .tokenUri(STAGING_TOKENS)
                        .credentials(OAUTH2)
                    ::build));
  }

  private static List<Arguments> proxies() {
    String password = "proxy with a password needs the system property ";
    return List.of(
        arguments(password, client(builder -> builder.proxy("proxy", 3128, "me", "hush-hush"))),
        arguments(
            password,
            client(builder -> builder.credentials(OAUTH2).proxy("proxy", 3128, "me", "hush-hush"))),
        arguments(password, tokens(builder -> builder.proxy("proxy", 3128, "me", "hush-hush"))),
        arguments(
            "proxy needs https: over http the proxy would get the credentials in the clear",
            client(
                builder ->
                    builder
                        .baseUri(URI.create("http://localhost:1/rest/v1"))
                        .proxy("proxy", 3128))),
        arguments(
            "proxy needs https: over http the proxy would get the credentials in the clear",
            tokens(
                builder ->
                    builder
                        .tokenUri(URI.create("http://localhost:1/token"))
                        .proxy("proxy", 3128))));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void areRefusedByTheNameOfTheRule(String rule, Build build) {
    long before = httpThreads();

    for (int i = 0; i < 20; i++) {
      assertThatIllegalStateException()
          .isThrownBy(build::build)
          .withMessageStartingWith(rule)
          .withMessageNotContaining("hush");
    }

    assertThat(httpThreads()).isLessThanOrEqualTo(before);
  }

  @Test
  void aMessageNamesThePropertyThatWithholdsAPassword() {
    assertThatIllegalStateException()
        .isThrownBy(client(builder -> builder.proxy("proxy", 3128, "me", "hush-hush"))::build)
        .withMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=");
  }

  @Test
  void aProxyWithoutAPasswordNeedsNoProperty() {
    assertAccepted(client(builder -> builder.proxy("proxy", 3128)));
    assertAccepted(client(builder -> builder.proxy("::1", 1)));
    assertAccepted(tokens(builder -> builder.proxy("proxy", 3128)));
  }

  private static void assertAccepted(Build build) {
    assertThatCode(() -> build.build().close()).doesNotThrowAnyException();
  }

  private static Build client(Consumer<AudienceMembersClient.Builder> settings) {
    AudienceMembersClient.Builder builder =
        AudienceMembersClient.builder()
            .environment(ThriveEnvironment.STAGING)
            .credentials(Credentials.basic("tenant", "hush-hush"));
    settings.accept(builder);
    return builder::build;
  }

  private static Build tokens(Consumer<AccessTokens.Builder> settings) {
    AccessTokens.Builder builder =
        AccessTokens.builder(TokenService.PUBLIC_API)
            .environment(ThriveEnvironment.STAGING)
            .credentials(OAUTH2);
    settings.accept(builder);
    return builder::build;
  }

  private static SSLContext tls() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long httpThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("HttpClient-"))
        .count();
  }
}
