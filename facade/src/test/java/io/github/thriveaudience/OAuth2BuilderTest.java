package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuth2BuilderTest {
  private static final URI ELSEWHERE = URI.create("https://proxy.example.com/thrive");

  private final OAuth2Credentials credentials =
      Credentials.oauth2("eu-west-2_Tenant", "client", "hush-hush");

  @Nested
  class Client {
    private final AudienceMembersClient.Builder builder = AudienceMembersClient.builder();

    @Test
    void takesTheTokenEndpointOfItsEnvironment() {
      builder.environment(ThriveEnvironment.STAGING).credentials(credentials);

      assertThatCode(builder::build).doesNotThrowAnyException();
    }

    @Test
    void sendsNoTokenOfAnEnvironmentToAnotherAddress() {
      builder.environment(ThriveEnvironment.STAGING).baseUri(ELSEWHERE).credentials(credentials);

      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessage("with baseUri and OAuth credentials tokenUri must be set too");
    }

    @Test
    void doesSoWhenItIsTold() {
      builder
          .baseUri(ELSEWHERE)
          .tokenUri(ThriveEnvironment.STAGING.tokenUri(TokenService.PUBLIC_API, "t"))
          .credentials(credentials);

      assertThatCode(builder::build).doesNotThrowAnyException();
    }

    @Test
    void mixesNoEnvironments() {
      URI staging = ThriveEnvironment.STAGING.tokenUri(TokenService.PUBLIC_API, "t");
      builder.environment(ThriveEnvironment.PRODUCTION).tokenUri(staging).credentials(credentials);

      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessage("environment, baseUri and tokenUri must not mix [PRODUCTION, STAGING]");
      assertThatIllegalStateException()
          .isThrownBy(
              AudienceMembersClient.builder()
                      .baseUri(ThriveEnvironment.PRODUCTION_MEA.apiBaseUri())
                      .tokenUri(staging)
                      .credentials(credentials)
                  ::build);
      assertThatIllegalStateException()
          .isThrownBy(
              AudienceMembersClient.builder()
                      .environment(ThriveEnvironment.STAGING)
                      .baseUri(ThriveEnvironment.PRODUCTION.apiBaseUri())
                      .credentials(Credentials.basic("tenant", "secret"))
                  ::build);
    }

    @Test
    void takesNoTokenOfAnotherService() {
      builder
          .environment(ThriveEnvironment.STAGING)
          .tokenUri(ThriveEnvironment.STAGING.tokenUri(TokenService.WEBHOOKS, "t"))
          .credentials(credentials);

      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessage("tokenUri must be on the host of the token service PUBLIC_API");
    }

    @Test
    void hasNoUseForATokenUriWithoutOAuth() {
      builder
          .environment(ThriveEnvironment.STAGING)
          .tokenUri(ELSEWHERE)
          .credentials(Credentials.basic("tenant", "secret"));

      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessage("tokenUri is for OAuth credentials only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://proxy.example.com/token", "https://a@b.example.com", "/token"})
    void refusesATokenUriThatIsNotSafe(URI uri) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.tokenUri(uri))
          .withMessageStartingWith("tokenUri must ");
    }

    @Test
    void refusesScopesThatCannotRead() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.credentials(credentials.withScopes(Scope.WRITE)))
          .withMessageContaining("api/read or api/all");
    }

    @Test
    void refusesScopesThatThePublicApiDoesNotGrant() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.credentials(credentials.withScopes(Scope.ALL, Scope.WEBHOOKS)))
          .withMessageContaining("api/webhooks");
    }

    @ParameterizedTest
    @CsvSource({"READ", "ALL"})
    void takesScopesThatCanRead(Scope scope) {
      builder
          .environment(ThriveEnvironment.STAGING)
          .credentials(credentials.withScopes(scope, Scope.WRITE));

      assertThatCode(builder::build).doesNotThrowAnyException();
    }
  }

  @Nested
  class Tokens {
    @Test
    void needCredentialsAndAnAddress() {
      AccessTokens.Builder builder = AccessTokens.builder(TokenService.WEBHOOKS);
      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessage("credentials must be set");

      builder.credentials(credentials);
      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessage("environment or tokenUri must be set");
    }

    @Test
    void refuseScopesThatTheServiceDoesNotGrant() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  AccessTokens.builder(TokenService.WEBHOOKS)
                      .credentials(credentials.withScopes(Scope.READ)))
          .withMessageContaining("WEBHOOKS");
    }

    @Test
    void sayThatTheyAreClosed() {
      AccessTokens tokens =
          AccessTokens.builder(TokenService.WEBHOOKS)
              .environment(ThriveEnvironment.STAGING)
              .credentials(credentials)
              .build();
      tokens.close();
      tokens.close();

      assertThatIllegalStateException()
          .isThrownBy(tokens::current)
          .withMessage("these access tokens are closed");
    }

    @Test
    void showNoToken() {
      assertThat(new AccessToken("hush-hush", List.of("api/read"), Instant.EPOCH))
          .hasToString("AccessToken[***, scopes=[api/read], expiresAt=1970-01-01T00:00:00Z]");
    }
  }
}
