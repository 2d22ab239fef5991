package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.AudiencesSummary;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** API secrets that a supplier returns, and that change during listings. */
@Timeout(60)
class RotatingSecretsTest extends WireTest {
  private static final int TOTAL = 95;
  private static final String OLD = SECRET + "-old";
  private static final String NEW = SECRET + "-new";

  private final AtomicInteger asks = new AtomicInteger();
  private final AtomicReference<String> secret = new AtomicReference<>(OLD);

  private final AudienceMembersClient.Builder builder =
      builder().credentials(this::vault).pageSize(10).maxAttempts(4);

  private Credentials vault() {
    asks.incrementAndGet();
    return Credentials.basic("eu-west-2_Tenant", secret.get());
  }

  @BeforeEach
  void accept() {
    accept(OLD);
  }

  /** From now on, the API accepts this secret alone. */
  private static void accept(String secret) {
    API.resetMappings();
    API.stubFor(any(anyUrl()).atPriority(10).willReturn(json("{\"status\":401}").withStatus(401)));
    for (int page = 1; page <= 10; page++) {
      API.stubFor(
          get(anyUrl())
              .withQueryParam("page", equalTo(String.valueOf(page)))
              .withHeader("Authorization", equalTo(basic(secret)))
              .willReturn(json(Pages.page(TOTAL, page, 10))));
    }
  }

  private static String basic(String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString(("eu-west-2_Tenant:" + secret).getBytes(UTF_8));
  }

  private void rotate() {
    secret.set(NEW);
    accept(NEW);
  }

  private static List<String> sent() {
    return requests().stream().map(each -> each.getHeader("Authorization")).toList();
  }

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
  void closingAListingInterruptsTheSupplier() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    builder.credentials(
        () -> {
          asked.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.complete(true);
            Thread.currentThread().interrupt();
          }
          throw new IllegalStateException("no secret");
        });
    try (AudienceMembersClient client = builder.build()) {
      Stream<AudienceMember> members = client.members("tech-team").stream();
      CompletableFuture<Throwable> reading =
          CompletableFuture.supplyAsync(() -> catchThrowable(members::count));
      asked.await();

      members.close();

      assertThat(interrupted.get()).isTrue();
      assertThat(reading.get()).isExactlyInstanceOf(IllegalStateException.class);
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void closingTheClientEndsAListingThatWaitsForItsSupplier() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    AudienceMembersClient client =
        builder
            .credentials(
                () -> {
                  asked.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  return vault();
                })
            .build();
    CompletableFuture<Throwable> reading =
        CompletableFuture.supplyAsync(
            () -> catchThrowable(() -> client.members("tech-team").readAll()));
    asked.await();

    client.close();

    assertThat(reading.get())
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("this client is closed");
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
