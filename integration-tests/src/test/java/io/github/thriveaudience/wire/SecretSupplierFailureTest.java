package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.AudiencesSummary;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.UnauthorizedException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Suppliers of API secrets that fail, or return what cannot be used. */
@Timeout(60)
class SecretSupplierFailureTest extends RotatingSecretsFixture {
  @Test
  void supplierThatFailsAfterARejectionIsNamedWithTheRejection() {
    try (AudienceMembersClient client = builder.build()) {
      client.members("tech-team").page(1);
      accept(NEW);
      secret.set(null);

      SupplierFailedException thrown =
          catchThrowableOfType(
              SupplierFailedException.class, () -> client.members("tech-team").page(2));

      assertThat(thrown)
          .hasMessageStartingWith(
              "The supplier of the credentials failed with a java.lang.NullPointerException, so no"
                  + " request was sent.")
          .hasMessageContaining("Correlation id: " + thrown.correlationId())
          .hasCauseInstanceOf(NullPointerException.class);
      assertThat(thrown.earlierFailures())
          .singleElement()
          .isExactlyInstanceOf(UnauthorizedException.class);
    }
    assertThat(sent()).hasSize(2);
  }

  @Test
  void supplierThatFailsAtFirstSendsNothingAndIsAskedAgainByTheNextCall() {
    secret.set(null);
    try (AudienceMembersClient client = builder.build()) {
      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isExactlyInstanceOf(SupplierFailedException.class);
      assertThat(sent()).isEmpty();

      secret.set(OLD);
      assertThat(client.members("tech-team").page(1).members()).hasSize(10);
    }
    assertThat(asks).hasValue(2);
  }

  @Test
  void supplierThatFailsEndsTheReadingOfAllAudiences() {
    secret.set(null);
    try (AudienceMembersClient client = builder.build()) {
      ThriveException thrown =
          catchThrowableOfType(
              ThriveException.class,
              () -> client.membersOfEach(List.of("a-team", "b-team")).readAll((name, all) -> {}));

      assertThat(thrown).isExactlyInstanceOf(SupplierFailedException.class);
      assertThat(AudiencesSummary.of(thrown).orElseThrow().notBegun()).containsExactly("b-team");
    }
  }

  @Test
  void rulesOfTheBuilderHoldForWhatTheSupplierReturns() {
    assertRefused(
        builder().credentials(() -> OAUTH2),
        "with baseUri and OAuth credentials tokenUri must be set too");
    assertRefused(
        builder().credentials(this::vault).tokenUri(tokenUri()),
        "tokenUri is for OAuth credentials only");
    assertRefused(
        oauth2Builder().credentials(() -> OAUTH2.withScopes(Scope.WRITE)),
        "credentials must have the scope api/read or api/all to list members");
    assertRefused(
        oauth2Builder().credentials(() -> OAUTH2.withScopes(Scope.WEBHOOKS)),
        "scope api/webhooks is not granted by the token service PUBLIC_API");
    assertThat(requests()).isEmpty();
  }

  private static void assertRefused(AudienceMembersClient.Builder settings, String rule) {
    try (AudienceMembersClient client = settings.build()) {
      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageStartingWith(
              "The supplier of the credentials returned what cannot be used: " + rule)
          .satisfies(LeakAssertions::assertNoLeaks);
    }
  }

  @Test
  void anotherKindOrTenantIsRefusedAndTheOldSecretStays() {
    for (Credentials other :
        List.of(OAUTH2, Credentials.basic("eu-west-2_Other", SECRET + "-of-another"))) {
      accept(OLD);
      AtomicReference<Credentials> next = new AtomicReference<>(vault());
      try (AudienceMembersClient client = builder.credentials(next::get).build()) {
        client.members("tech-team").page(1);
        next.set(other);
        accept(NEW);
        assertThatThrownBy(() -> client.members("tech-team").page(2))
            .isExactlyInstanceOf(SupplierFailedException.class)
            .hasMessageContaining("than before: make another client for them")
            .satisfies(LeakAssertions::assertNoLeaks);
        accept(OLD);
        assertThat(client.members("tech-team").page(3).members()).hasSize(10);
      }
    }
    assertThat(sent()).hasSize(6).containsOnly(basic(OLD));
  }

  @Test
  void supplierThatUsesItsOwnClientFailsAtOnce() {
    AtomicReference<Members> own = new AtomicReference<>();
    try (AudienceMembersClient client =
        builder
            .credentials(
                () -> {
                  own.get().readAll();
                  return vault();
                })
            .build()) {
      own.set(client.members("tech-team"));

      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageStartingWith(
              "The supplier of the credentials calls the client that asks it, which would wait for"
                  + " itself.");
      assertThatThrownBy(() -> client.members("tech-team").readAll())
          .isExactlyInstanceOf(SupplierFailedException.class);
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void missingFileIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("no-such-file");
    try (AudienceMembersClient client =
        builder.credentials(Credentials.fromFiles(file, file)).build()) {
      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageStartingWith(
              "The supplier of the credentials failed, so no request was sent. The file "
                  + file
                  + " does not exist.");
    }
    assertThat(requests()).isEmpty();
  }
}
