package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.event.ClientListener;
import java.net.Authenticator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The setters that both builders have. */
class ConnectionBuilderTest {

  /** A setting, and the builder that its setter returns. */
  private interface Setting extends Function<ConnectionBuilder<?>, ConnectionBuilder<?>> {}

  private static List<ConnectionBuilder<?>> builders() {
    return List.of(AudienceMembersClient.builder(), AccessTokens.builder(TokenService.PUBLIC_API));
  }

  @Test
  void settersChainInAnyOrderWithThoseOfTheBuilder() {
    assertThatCode(
            () ->
                AudienceMembersClient.builder()
                    .maxAttempts(1)
                    .pageSize(10)
                    .environment(ThriveEnvironment.STAGING)
                    .credentials(Credentials.basic("tenant", "secret"))
                    .callTimeout(Duration.ofSeconds(1))
                    .build()
                    .close())
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                AccessTokens.builder(TokenService.WEBHOOKS)
                    .maxAttempts(1)
                    .credentials(Credentials.oauth2("tenant", "client", "secret"))
                    .environment(ThriveEnvironment.STAGING)
                    .build()
                    .close())
        .doesNotThrowAnyException();
  }

  static Stream<Setting> accepted() throws GeneralSecurityException {
    Duration day = Duration.ofDays(1);
    Duration nano = Duration.ofNanos(1);
    SSLContext context = SSLContext.getDefault();
    HttpClient http = HttpClient.newHttpClient();
    return Stream.of(
        builder -> builder.environment(ThriveEnvironment.STAGING),
        builder -> builder.tokenUri(URI.create("https://gateway.example.com/token")),
        builder -> builder.connectTimeout(nano),
        builder -> builder.connectTimeout(day),
        builder -> builder.requestTimeout(nano),
        builder -> builder.requestTimeout(day),
        builder -> builder.callTimeout(nano),
        builder -> builder.callTimeout(day),
        builder -> builder.maxAttempts(1),
        builder -> builder.maxAttempts(20),
        builder -> builder.maxResponseSize(1),
        builder -> builder.maxResponseSize(Integer.MAX_VALUE),
        builder -> builder.proxy("proxy", 3128),
        builder -> builder.proxy("proxy", 3128, "me", "hush-hush"),
        builder -> builder.sslContext(context),
        builder -> builder.httpClient(http),
        builder -> builder.tokenHeader("X-Key", "hush"),
        builder -> builder.tokenHeader("X-Key", () -> null),
        builder -> builder.exposeHeaders(),
        builder -> builder.exposeHeaders("Deprecation", "x-ratelimit-remaining", "Deprecation"),
        builder -> builder.addListener(new ClientListener() {}));
  }

  @ParameterizedTest
  @MethodSource
  void accepted(Setting setting) {
    for (ConnectionBuilder<?> builder : builders()) {
      assertThat(setting.apply(builder)).isSameAs(builder);
    }
  }

  static Stream<Arguments> refused() {
    return Stream.of(timeouts(), numbers(), clients()).flatMap(Function.identity());
  }

  private static Stream<Arguments> timeouts() {
    return Stream.of("PT0S", "PT-1S", "PT24H0.000000001S", "PT2562047788015215H")
        .map(Duration::parse)
        .flatMap(ConnectionBuilderTest::timeouts);
  }

  private static Stream<Arguments> timeouts(Duration timeout) {
    String rule = " must be more than zero and at most a day, but was " + timeout;
    return Stream.of(
        refusal("connectTimeout" + rule, builder -> builder.connectTimeout(timeout)),
        refusal("requestTimeout" + rule, builder -> builder.requestTimeout(timeout)),
        refusal("callTimeout" + rule, builder -> builder.callTimeout(timeout)));
  }

  private static Stream<Arguments> numbers() {
    return Stream.concat(
        IntStream.of(Integer.MIN_VALUE, 0, 21)
            .mapToObj(
                attempts ->
                    refusal(
                        "maxAttempts must be 1 to 20, but was " + attempts,
                        builder -> builder.maxAttempts(attempts))),
        IntStream.of(-1, 0)
            .mapToObj(
                bytes ->
                    refusal(
                        "maxResponseSize must be 1 or more, but was " + bytes,
                        builder -> builder.maxResponseSize(bytes))));
  }

  private static Stream<Arguments> clients() {
    return Stream.of(Redirect.NORMAL, Redirect.ALWAYS)
        .map(redirect -> HttpClient.newBuilder().followRedirects(redirect).build())
        .map(
            http ->
                refusal(
                    "httpClient must not follow redirects: build it with Redirect.NEVER",
                    builder -> builder.httpClient(http)));
  }

  private static Arguments refusal(String message, Setting setting) {
    return arguments(message, setting);
  }

  @ParameterizedTest
  @MethodSource
  void refused(String message, Setting setting) {
    assertRefused(setting, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://proxy.example.com/token", "https://a@b.example.com", "/token"})
  void refusesATokenUriThatIsNotSafe(URI uri) {
    assertRefused(builder -> builder.tokenUri(uri), "tokenUri must ");
  }

  @Test
  void refusesAProxyThatIsNoHost() {
    assertRefused(builder -> builder.proxy("http://proxy", 3128), "proxy host must ");
    assertRefused(builder -> builder.proxy("proxy", 3128, "me:", "hush"), "proxy user must ");
  }

  @Test
  void refusesTokenHeadersThatCannotBeSent() {
    assertRefused(builder -> builder.tokenHeader("Host", "hush"), "header must not be Host: ");
    assertRefused(builder -> builder.tokenHeader("Host", () -> "hush"), "header must not be Host");
    assertRefused(builder -> builder.tokenHeader("X Key", "hush"), "the name of a header must ");
    assertRefused(builder -> builder.tokenHeader("", () -> "hush"), "the name of a header must ");
    assertRefused(
        builder -> builder.tokenHeader("X-Key", "a\nb"), "the value of the header X-Key ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "X Left", "X-Left:", "X-Left\n", "X-L\u00e4ft"})
  void refusesToExposeWhatIsNoName(String name) {
    assertRefused(
        builder -> builder.exposeHeaders("X-Left", name),
        "the name of a header must have one or more letters, digits and characters of ");
  }

  @Test
  void refusesToExposeNull() {
    String[] names = {"X-Left", null};

    for (ConnectionBuilder<?> builder : builders()) {
      assertThatNullPointerException().isThrownBy(() -> builder.exposeHeaders(names));
    }
  }

  @Test
  void refusesAContextThatIsNotInitialized() throws GeneralSecurityException {
    SSLContext empty = SSLContext.getInstance("TLS");

    assertRefused(builder -> builder.sslContext(empty), "sslContext must be initialized");
  }

  @Test
  void refusesAnAuthenticatorWhereTheJdkWouldDropTheCredentials() {
    HttpClient http = HttpClient.newBuilder().authenticator(new Authenticator() {}).build();
    Setting setting = builder -> builder.httpClient(http);

    if (Runtime.version().feature() < 25) {
      assertRefused(setting, "httpClient must not have an authenticator on Java ");
    } else {
      assertThat(builders()).allSatisfy(builder -> assertThat(setting.apply(builder)).isNotNull());
    }
  }

  private static void assertRefused(Setting setting, String message) {
    for (ConnectionBuilder<?> builder : builders()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> setting.apply(builder))
          .withMessageStartingWith(message);
    }
  }
}
