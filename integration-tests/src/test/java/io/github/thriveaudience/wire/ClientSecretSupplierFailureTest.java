package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.TokenRequestException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Refused Client Secrets that stay, and suppliers of them that fail. */
@Timeout(60)
class ClientSecretSupplierFailureTest extends RotatingClientSecretsFixture {
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

  /** It is asked on a thread of the client, so that nobody was interrupted who waits. */
  @Test
  void supplierThatIsInterruptedAfterARefusalIsNamed() {
    IllegalStateException stopped = new IllegalStateException(new InterruptedException("test"));
    accept(NEW, "token-2");
    try (AudienceMembersClient client =
        rotating()
            .credentials(
                () -> {
                  if (asks.incrementAndGet() == 2) {
                    Thread.currentThread().interrupt();
                    throw stopped;
                  }
                  return next.get();
                })
            .build()) {
      assertThatThrownBy(() -> members(client))
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasCause(stopped);
      assertThat(Thread.interrupted()).isFalse();

      next.set(with(NEW));
      assertThat(members(client)).isEqualTo(5);
    }
  }
}
