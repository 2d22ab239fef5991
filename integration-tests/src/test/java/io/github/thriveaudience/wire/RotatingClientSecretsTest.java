package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.SuppliedCredentials;
import io.github.thriveaudience.internal.token.SuppliedTokens;
import io.github.thriveaudience.internal.token.TokenClient;
import io.github.thriveaudience.internal.token.TokenParameters;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Client Secrets that a supplier returns, and that change while tokens are in use. */
@Timeout(60)
class RotatingClientSecretsTest extends RotatingClientSecretsFixture {
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
