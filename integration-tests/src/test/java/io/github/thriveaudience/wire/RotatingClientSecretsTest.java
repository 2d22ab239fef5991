package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.SuppliedCredentials;
import io.github.thriveaudience.internal.token.SuppliedTokens;
import io.github.thriveaudience.internal.token.TokenClient;
import io.github.thriveaudience.internal.token.TokenParameters;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Client Secrets that a supplier returns, and that change while tokens are in use. */
@Timeout(60)
class RotatingClientSecretsTest extends WireTest {
  private static final String OLD = SECRET + "-old";
  private static final String NEW = SECRET + "-new";

  private final AtomicInteger asks = new AtomicInteger();
  private final AtomicReference<OAuth2Credentials> next = new AtomicReference<>(with(OLD));

  private static OAuth2Credentials with(String secret) {
    return Credentials.oauth2("eu-west-2_Tenant", "client", secret);
  }

  private OAuth2Credentials vault() {
    asks.incrementAndGet();
    return next.get();
  }

  private AudienceMembersClient.Builder rotating() {
    return builder().tokenUri(tokenUri()).credentials(this::vault).maxAttempts(4);
  }

  private static AccessTokens.Builder tokens() {
    return AccessTokens.builder(TokenService.PUBLIC_API).tokenUri(tokenUri());
  }

  @BeforeEach
  void accept() {
    accept(OLD, "token-1");
  }

  /** From now on, the servers accept this secret and this token alone. */
  private static void accept(String secret, String token) {
    API.resetMappings();
    refuse("{\"error\":\"invalid_client\"}", 401);
    API.stubFor(get(anyUrl()).atPriority(9).willReturn(json("{\"status\":401}").withStatus(401)));
    API.stubFor(
        post(anyUrl())
            .withHeader("Authorization", equalTo(basic(secret)))
            .willReturn(token(SECRET + token)));
    API.stubFor(
        get(anyUrl())
            .withHeader("Authorization", equalTo("Bearer " + SECRET + token))
            .willReturn(json(Pages.page(5, 1, 1000))));
  }

  private static void refuse(String body, int status) {
    API.stubFor(post(anyUrl()).atPriority(10).willReturn(json(body).withStatus(status)));
  }

  private static String basic(String secret) {
    return "Basic " + Base64.getEncoder().encodeToString(("client:" + secret).getBytes(UTF_8));
  }

  private static List<String> sent(RequestMethod method) {
    return requests().stream()
        .filter(request -> request.getMethod().equals(method))
        .map(request -> request.getHeader("Authorization"))
        .toList();
  }

  private static int members(AudienceMembersClient client) {
    return client.members("tech-team").page(1).members().size();
  }

  @Test
  void supplierIsAskedOnceForManyCalls() {
    try (AudienceMembersClient client = rotating().build()) {
      assertThat(asks).hasValue(0);
      for (int i = 0; i < 3; i++) {
        assertThat(members(client)).isEqualTo(5);
      }
    }
    assertThat(asks).hasValue(1);
    assertThat(sent(RequestMethod.POST)).containsExactly(basic(OLD));
  }

  @Test
  void newSecretDoesNotThrowAwayATokenThatWorks() {
    try (AudienceMembersClient client = rotating().build()) {
      members(client);
      next.set(with(NEW));
      API.stubFor(
          post(anyUrl())
              .atPriority(1)
              .willReturn(json("{\"error\":\"invalid_client\"}").withStatus(401)));

      assertThat(members(client)).isEqualTo(5);
    }
    assertThat(asks).hasValue(1);
    assertThat(sent(RequestMethod.POST)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401, {\"error\":\"invalid_client\"}",
    "400, {\"error\":\"invalid_client\"}",
    "401, {\"error\":\"access_denied\"}",
    "401, {}",
  })
  @ViolatesContract("servers differ")
  void refusedSecretIsReplacedAndTheListingGoesOn(int status, String body) {
    try (AudienceMembersClient client = rotating().build()) {
      members(client);
      next.set(with(NEW));
      accept(NEW, "token-2");
      refuse(body, status);

      assertThat(members(client)).isEqualTo(5);
    }
    assertThat(asks).hasValue(2);
    assertThat(sent(RequestMethod.POST)).containsExactly(basic(OLD), basic(OLD), basic(NEW));
    assertThat(sent(RequestMethod.GET))
        .containsExactly(
            "Bearer " + SECRET + "token-1",
            "Bearer " + SECRET + "token-1",
            "Bearer " + SECRET + "token-2");
  }

  @Test
  void otherRefusalsDoNotAskForAnotherSecret() {
    API.resetMappings();
    refuse("{\"error\":\"invalid_scope\"}", 400);
    try (AudienceMembersClient client = rotating().build()) {
      assertThatThrownBy(() -> members(client)).isExactlyInstanceOf(TokenRequestException.class);
    }
    assertThat(asks).hasValue(1);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void refusalIsThrownIfTheSupplierReturnsTheSameSecret() {
    accept(NEW, "token-2");
    try (AudienceMembersClient client = rotating().build()) {
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> members(client))
            .isExactlyInstanceOf(TokenRequestException.class)
            .satisfies(LeakAssertions::assertNoLeaks);
      }
    }
    assertThat(asks.get()).as("at most every five seconds").isBetween(2, 14);
    assertThat(sent(RequestMethod.POST)).hasSize(10);
  }

  @Test
  void supplierThatFailsAfterARefusalIsNamedWithTheRefusal() {
    IllegalStateException down = new IllegalStateException("the vault is down");
    accept(NEW, "token-2");
    try (AudienceMembersClient client =
        rotating()
            .credentials(
                () -> {
                  if (asks.incrementAndGet() > 1) {
                    throw down;
                  }
                  return next.get();
                })
            .build()) {
      SupplierFailedException thrown =
          catchThrowableOfType(SupplierFailedException.class, () -> members(client));

      assertThat(thrown).hasCause(down);
      assertThat(thrown.earlierFailures())
          .singleElement()
          .isExactlyInstanceOf(TokenRequestException.class);
    }
    assertThat(requests()).hasSize(1);
  }

  @Test
  void isNotRequestedAgainIfRetriesAreOffButTheNextCallHasTheNewSecret() {
    accept(NEW, "token-2");
    try (AudienceMembersClient client =
        rotating()
            .maxAttempts(1)
            .credentials(() -> with(asks.incrementAndGet() == 1 ? OLD : NEW))
            .build()) {
      assertThatThrownBy(() -> members(client)).isExactlyInstanceOf(TokenRequestException.class);
      assertThat(members(client)).isEqualTo(5);
    }
    assertThat(sent(RequestMethod.POST)).containsExactly(basic(OLD), basic(NEW));
  }

  @Test
  void clientAndScopesAndAuthenticationMayChange() {
    try (AccessTokens tokens = tokens().credentials(this::vault).build()) {
      assertThat(asks).hasValue(0);
      tokens.invalidate(tokens.current());
      next.set(
          Credentials.oauth2("eu-west-2_Tenant", "client-2", NEW)
              .withScopes(Scope.ALL)
              .withClientAuthentication(ClientAuthentication.REQUEST_BODY));
      API.resetMappings();
      refuse("{\"error\":\"invalid_client\"}", 401);
      API.stubFor(
          post(anyUrl())
              .withFormParam("client_secret", equalTo(NEW))
              .willReturn(token(SECRET + "token-2")));

      assertThat(tokens.current().value()).isEqualTo(SECRET + "token-2");
      assertThat(tokens.current().scopes()).containsExactly("api/all");
    }
    LoggedRequest last = requests().get(2);
    assertThat(last.containsHeader("Authorization")).isFalse();
    assertThat(last.getBodyAsString().split("&"))
        .containsExactlyInAnyOrder(
            "grant_type=client_credentials",
            "scope=api%2Fall",
            "client_id=client-2",
            "client_secret=" + NEW);
  }

  @Test
  void anotherTenantIsRefused() {
    try (AudienceMembersClient client = rotating().build()) {
      members(client);
      next.set(Credentials.oauth2("eu-west-2_Other", "client", NEW));
      accept(NEW, "token-2");

      assertThatThrownBy(() -> members(client))
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageContaining("they have another Tenant ID than before")
          .satisfies(LeakAssertions::assertNoLeaks);
    }
    assertThat(requests())
        .extracting(LoggedRequest::getUrl)
        .noneMatch(url -> url.contains("eu-west-2_Other"));
  }

  @Test
  void renewalInTheBackgroundAsksToo() {
    TestTime time = new TestTime();
    Connection connection = GatewayFixtures.connection(time, 2);
    Endpoint endpoint = new Endpoint("TEST", tokenUri());
    SuppliedCredentials supplied =
        SuppliedCredentials.of(
            this::vault,
            answer -> new TokenParameters(endpoint, (TokenClient) answer, "api/read"),
            connection);
    SuppliedTokens tokens = new SuppliedTokens(supplied, connection);
    tokens.current();
    next.set(with(NEW));
    accept(NEW, "token-2");
    time.advance(Duration.ofMinutes(57));

    assertThat(tokens.current().value()).as("is renewed").isEqualTo(SECRET + "token-1");

    ConcurrentTasks.await(() -> tokens.current().value().equals(SECRET + "token-2"));
    assertThat(asks).hasValue(2);
    assertThat(sent(RequestMethod.POST)).containsExactly(basic(OLD), basic(OLD), basic(NEW));
    connection.close();
  }

  @Test
  void accessTokensNameASupplierThatFails() {
    IllegalStateException down = new IllegalStateException("the vault is down");
    try (AccessTokens tokens =
        tokens()
            .credentials(
                () -> {
                  throw down;
                })
            .build()) {
      assertThatThrownBy(tokens::current)
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasCause(down);
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void accessTokensCheckWhatTheSupplierReturns() {
    try (AccessTokens tokens =
        tokens().credentials(() -> with(OLD).withScopes(Scope.WEBHOOKS)).build()) {
      assertThatThrownBy(tokens::current)
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageContaining("scope api/webhooks is not granted by the token service");
    }
    assertThatIllegalStateException()
        .isThrownBy(AccessTokens.builder(TokenService.PUBLIC_API).credentials(this::vault)::build)
        .withMessage("environment or tokenUri must be set");
    assertThat(requests()).isEmpty();
  }

  @Test
  void supplierThatUsesItsOwnAccessTokensFailsAtOnce() {
    AtomicReference<AccessTokens> own = new AtomicReference<>();
    try (AccessTokens tokens =
        tokens()
            .credentials(
                () -> {
                  own.get().current();
                  return with(OLD);
                })
            .build()) {
      own.set(tokens);
      assertThatThrownBy(tokens::current)
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageContaining("which would wait for itself");
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void rejectedTokenIsReplacedWithoutAsking() {
    try (AudienceMembersClient client = rotating().build()) {
      members(client);
      accept(OLD, "token-2");

      assertThat(members(client)).isEqualTo(5);

      API.stubFor(any(anyUrl()).atPriority(1).willReturn(json("{}").withStatus(401)));
      assertThatThrownBy(() -> members(client)).isExactlyInstanceOf(UnauthorizedException.class);
    }
    assertThat(asks).hasValue(1);
  }
}
