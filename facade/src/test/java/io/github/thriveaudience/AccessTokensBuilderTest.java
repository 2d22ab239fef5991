package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTokensBuilderTest {
  private final AccessTokens.Builder builder = AccessTokens.builder(TokenService.WEBHOOKS);
  private final OAuth2Credentials credentials =
      Credentials.oauth2("eu-west-2_Tenant", "client", "hush-hush");

  @Test
  void needsCredentialsAndAnAddress() {
    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage("credentials must be set");

    builder.credentials(credentials);
    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage("environment or tokenUri must be set");
  }

  @Test
  void refusesScopesThatTheServiceDoesNotGrant() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.credentials(credentials.withScopes(Scope.READ)))
        .withMessageContaining("WEBHOOKS");
  }

  @Test
  void closedAccessTokensRefuseCalls() {
    AccessTokens tokens =
        builder.environment(ThriveEnvironment.STAGING).credentials(credentials).build();
    tokens.close();
    tokens.close();

    assertThatIllegalStateException()
        .isThrownBy(tokens::current)
        .withMessage("these access tokens are closed");
  }

  @Test
  void aTokenDoesNotShowItsValue() {
    assertThat(new AccessToken("hush-hush", List.of("api/read"), Instant.EPOCH))
        .hasToString("AccessToken[***, scopes=[api/read], expiresAt=1970-01-01T00:00:00Z]");
  }
}
