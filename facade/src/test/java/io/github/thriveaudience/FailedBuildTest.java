package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.TokenService;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A builder that refuses its settings has opened nothing. */
class FailedBuildTest {
  private static final URI ELSEWHERE = URI.create("https://elsewhere.example.com");
  private static final HttpClient GIVEN = HttpClient.newHttpClient();
  private static final OAuth2Credentials OAUTH2 =
      Credentials.oauth2("eu-west-2_Tenant", "client", "hush-hush");

  static Stream<Supplier<AutoCloseable>> builds() {
    return Stream.of(
        client(builder -> builder.credentials(OAUTH2).baseUri(ELSEWHERE)),
        client(builder -> builder.tokenUri(ELSEWHERE)),
        client(
            builder ->
                builder
                    .credentials(OAUTH2)
                    .tokenUri(ThriveEnvironment.STAGING.tokenUri(TokenService.WEBHOOKS, "t"))),
        client(builder -> builder.baseUri(ThriveEnvironment.PRODUCTION.apiBaseUri())),
        client(builder -> builder.proxy("proxy", 3128, "me", "hush-hush")),
        client(builder -> builder.credentials(OAUTH2).proxy("proxy", 3128, "me", "hush-hush")),
        client(builder -> builder.proxy("proxy", 3128).httpClient(GIVEN)),
        client(builder -> builder.proxy("proxy", 3128, "me", "hush-hush").httpClient(GIVEN)),
        client(builder -> builder.sslContext(defaultContext()).httpClient(GIVEN)),
        client(builder -> builder.connectTimeout(Duration.ofSeconds(1)).httpClient(GIVEN)),
        tokens(
            builder ->
                builder.tokenUri(ThriveEnvironment.STAGING.tokenUri(TokenService.WEBHOOKS, "t"))),
        tokens(builder -> builder.tokenUri(ThriveEnvironment.PRODUCTION.apiBaseUri())),
        tokens(builder -> builder.proxy("proxy", 3128, "me", "hush-hush")),
        tokens(builder -> builder.proxy("proxy", 3128).httpClient(GIVEN)),
        tokens(builder -> builder.sslContext(defaultContext()).httpClient(GIVEN)));
  }

  private static Supplier<AutoCloseable> client(Consumer<AudienceMembersClient.Builder> settings) {
    AudienceMembersClient.Builder builder =
        AudienceMembersClient.builder()
            .environment(ThriveEnvironment.STAGING)
            .credentials(Credentials.basic("tenant", "hush-hush"));
    settings.accept(builder);
    return builder::build;
  }

  private static Supplier<AutoCloseable> tokens(Consumer<AccessTokens.Builder> settings) {
    AccessTokens.Builder builder =
        AccessTokens.builder(TokenService.PUBLIC_API)
            .environment(ThriveEnvironment.STAGING)
            .credentials(OAUTH2);
    settings.accept(builder);
    return builder::build;
  }

  @ParameterizedTest
  @MethodSource("builds")
  void leavesNoThread(Supplier<AutoCloseable> build) {
    long before = httpThreads();

    for (int i = 0; i < 20; i++) {
      assertThatIllegalStateException().isThrownBy(build::get).withMessageNotContaining("hush");
    }

    assertThat(httpThreads()).isLessThanOrEqualTo(before);
  }

  @Test
  void namesThePropertyThatKeepsAPasswordBack() {
    assertThatIllegalStateException()
        .isThrownBy(client(builder -> builder.proxy("proxy", 3128, "me", "hush-hush"))::get)
        .withMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=");
  }

  @Test
  void namesBothOfWhatDoesNotGoTogether() {
    assertThatIllegalStateException()
        .isThrownBy(client(builder -> builder.proxy("proxy", 3128).httpClient(GIVEN))::get)
        .withMessage("proxy has no effect on a given httpClient: set it there");
    assertThatIllegalStateException()
        .isThrownBy(client(builder -> builder.sslContext(defaultContext()).httpClient(GIVEN))::get)
        .withMessage("sslContext has no effect on a given httpClient: set it there");
  }

  @Test
  void sendsNoCredentialsToAProxyInTheClear() {
    assertThatIllegalStateException()
        .isThrownBy(
            client(
                    builder ->
                        builder
                            .baseUri(URI.create("http://localhost:1/rest/v1"))
                            .proxy("proxy", 3128))
                ::get)
        .withMessage(
            "proxy needs https: over http the proxy would get the credentials in the clear");
  }

  @Test
  void takesAProxyWithoutAPasswordAnywhere() throws Exception {
    client(builder -> builder.proxy("proxy", 3128)).get().close();
    client(builder -> builder.environment(ThriveEnvironment.STAGING).proxy("::1", 1)).get().close();
    tokens(builder -> builder.proxy("proxy", 3128)).get().close();
  }

  @Test
  void takesNoContextThatIsNotInitialized() throws GeneralSecurityException {
    SSLContext empty = SSLContext.getInstance("TLS");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AudienceMembersClient.builder().sslContext(empty))
        .withMessage("sslContext must be initialized");
  }

  private static SSLContext defaultContext() {
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
