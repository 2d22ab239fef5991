package io.github.thriveaudience.auth;

import static io.github.thriveaudience.auth.TokenService.PUBLIC_API;
import static io.github.thriveaudience.auth.TokenService.WEBHOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuth2CredentialsTest {
  private final OAuth2Credentials credentials =
      Credentials.oauth2("eu-west-2_Tenant", "client", "hush-hush");

  @ParameterizedTest
  @CsvSource({
    "ALL,      api/all,      true,  true",
    "READ,     api/read,     true,  false",
    "WRITE,    api/write,    true,  false",
    "WEBHOOKS, api/webhooks, false, true",
  })
  void eachServiceGrantsTheDocumentedScopes(
      Scope scope, String value, boolean publicApi, boolean webhooks) {
    assertThat(scope.value()).isEqualTo(value);
    assertThat(PUBLIC_API.grants(scope)).isEqualTo(publicApi);
    assertThat(WEBHOOKS.grants(scope)).isEqualTo(webhooks);
  }

  @Test
  void defaultScopeIsTheSmallestThatSuffices() {
    assertThat(credentials.scopes(PUBLIC_API)).containsExactly(Scope.READ);
    assertThat(credentials.scopes(WEBHOOKS)).containsExactly(Scope.WEBHOOKS);
  }

  @Test
  void scopesCanBeSetAndAreCopied() {
    OAuth2Credentials more = credentials.withScopes(Scope.WRITE, Scope.READ, Scope.READ);

    assertThat(more.scopes(PUBLIC_API)).containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
    assertThat(credentials.scopes(PUBLIC_API)).containsExactly(Scope.READ);
  }

  @Test
  void rejectsAScopeThatTheServiceDoesNotGrant() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> credentials.withScopes(Scope.WEBHOOKS).scopes(PUBLIC_API))
        .withMessage("scope api/webhooks is not granted by the token service PUBLIC_API");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> credentials.withScopes(Scope.ALL, Scope.READ).scopes(WEBHOOKS))
        .withMessage("scope api/read is not granted by the token service WEBHOOKS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "hush\n", "\u0000", "half \uD83D"})
  void rejectsInvalidArgumentsWithoutQuotingThem(String bad) {
    String[] names = {"tenantId", "clientId", "clientSecret"};
    for (int i = 0; i < names.length; i++) {
      String[] arguments = {"tenant", "client", "secret"};
      arguments[i] = bad;
      assertThatIllegalArgumentException()
          .as(Arrays.toString(arguments))
          .isThrownBy(() -> Credentials.oauth2(arguments[0], arguments[1], arguments[2]))
          .withMessageStartingWith(names[i] + " must ")
          .withMessageNotContaining("hush");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void rejectsATenantIdOfDots(String tenantId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.oauth2(tenantId, "client", "secret"))
        .withMessageStartingWith("tenantId must not be ");
  }

  @Test
  void toStringHidesTheSecret() {
    assertThat(credentials.withClientAuthentication(ClientAuthentication.REQUEST_BODY))
        .hasToString("Credentials.oauth2(eu-west-2_Tenant, client, ***)");
  }
}
