package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.AudiencesSummary;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** API secrets that a supplier returns, and that change during listings. */
@Timeout(60)
class RotatingSecretsTest extends RotatingSecretsFixture {
  @Test
  void supplierIsAskedOnceWhenItsSecretIsFirstNeeded() {
    try (AudienceMembersClient client = builder.build()) {
      Members members = client.members("tech-team");
      assertThat(asks).hasValue(0);

      assertThat(members.readAll().members()).hasSize(TOTAL);
      members.page(1);
    }
    assertThat(asks).hasValue(1);
    assertThat(sent()).hasSize(11).containsOnly(basic(OLD));
  }

  @Test
  void listingGoesOnWithTheNewSecret() {
    try (AudienceMembersClient client = builder.build()) {
      Iterator<AudienceMember> members = client.members("tech-team").iterator();
      for (int i = 1; i <= 10; i++) {
        assertThat(members.next().userId()).isEqualTo(Pages.id(i));
      }
      ConcurrentTasks.await(() -> requests().size() == 2);
      rotate();
      for (int i = 11; i <= TOTAL; i++) {
        assertThat(members.next().userId()).isEqualTo(Pages.id(i));
      }
      assertThat(members.hasNext()).isFalse();
    }
    assertThat(asks).hasValue(2);
    assertThat(sent())
        .containsExactlyElementsOf(
            List.of(
                basic(OLD),
                basic(OLD),
                basic(OLD),
                basic(NEW),
                basic(NEW),
                basic(NEW),
                basic(NEW),
                basic(NEW),
                basic(NEW),
                basic(NEW),
                basic(NEW)));
  }

  @Test
  void manyCallsThatAreRejectedAskOnce() {
    try (AudienceMembersClient client = builder.build()) {
      client.members("tech-team").page(1);
      rotate();

      AudiencesSummary summary =
          client
              .membersOfEach(List.of("a-team", "b-team", "c-team", "d-team"))
              .concurrency(4)
              .readAll((audience, all) -> assertThat(all.members()).hasSize(TOTAL));

      assertThat(summary.isConsistent()).isTrue();
    }
    assertThat(asks).hasValue(2);
    assertThat(sent().stream().filter(basic(NEW)::equals)).hasSize(40);
  }

  @Test
  void rejectionIsThrownIfTheSupplierReturnsTheSameSecret() {
    accept(NEW);
    try (AudienceMembersClient client = builder.build()) {
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> client.members("tech-team").page(1))
            .isExactlyInstanceOf(UnauthorizedException.class)
            .satisfies(LeakAssertions::assertNoLeaks);
      }
    }
    assertThat(asks.get()).as("at most every five seconds").isBetween(2, 14);
    assertThat(sent()).hasSize(20).containsOnly(basic(OLD));
  }

  @Test
  void isNotRetriedIfRetriesAreOffButTheNextCallHasTheNewSecret() {
    try (AudienceMembersClient client = builder.maxAttempts(1).build()) {
      client.members("tech-team").page(1);
      rotate();

      assertThatThrownBy(() -> client.members("tech-team").page(2))
          .isExactlyInstanceOf(UnauthorizedException.class);
      assertThat(client.members("tech-team").page(2).members()).hasSize(10);
    }
    assertThat(asks).hasValue(2);
    assertThat(sent()).containsExactly(basic(OLD), basic(OLD), basic(NEW));
  }

  @Test
  void retryWithTheNewSecretCostsNoAttempt() {
    try (AudienceMembersClient client = builder.maxAttempts(2).build()) {
      client.members("tech-team").page(1);
      rotate();
      failOnce(NEW);

      assertThat(client.members("tech-team").page(2).members()).hasSize(10);
    }
    assertThat(sent()).containsExactly(basic(OLD), basic(OLD), basic(NEW), basic(NEW));
  }

  private static void failOnce(String secret) {
    API.stubFor(
        get(anyUrl())
            .atPriority(1)
            .withHeader("Authorization", equalTo(basic(secret)))
            .inScenario("once")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("passed")
            .willReturn(json("{\"status\":500}").withStatus(500)));
  }

  @Test
  void lastCredentialsWin() {
    accept(NEW);

    builder.credentials(Credentials.basic("eu-west-2_Tenant", NEW)).build().members("a").page(1);
    builder.credentials(this::vault);
    secret.set(NEW);
    builder.build().members("a").page(1);

    assertThat(asks).hasValue(1);
    assertThat(sent()).containsExactly(basic(NEW), basic(NEW));
  }

  @Test
  void filesThatAnOrchestratorReplacesAreReadAgain(@TempDir Path folder) throws IOException {
    Path mounted = Files.createSymbolicLink(folder.resolve("mounted"), version(folder, OLD));
    Supplier<Credentials> files =
        Credentials.fromFiles(mounted.resolve("tenant-id"), mounted.resolve("api-secret"));
    try (AudienceMembersClient client = builder.credentials(files).build()) {
      client.members("tech-team").page(1);

      Path next = Files.createSymbolicLink(folder.resolve("next"), version(folder, NEW));
      Files.move(next, mounted, ATOMIC_MOVE, REPLACE_EXISTING);
      accept(NEW);

      assertThat(client.members("tech-team").page(2).members()).hasSize(10);
    }
    assertThat(sent()).containsExactly(basic(OLD), basic(OLD), basic(NEW));
  }

  private static Path version(Path folder, String secret) throws IOException {
    Path version = Files.createTempDirectory(folder, "version");
    Files.writeString(version.resolve("tenant-id"), "eu-west-2_Tenant\n");
    Files.writeString(version.resolve("api-secret"), secret + "\r\n");
    return version;
  }
}
