package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ContractValidator;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.token.Token;
import io.github.thriveaudience.internal.token.TokenCache;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a token is shared, renewed and replaced, over HTTP. */
@Timeout(120)
class TokenLifetimeTest {
  private static final int THREADS = 1_000;

  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  private final TestTime clock = new TestTime();
  private final TokenApi api = new TokenApi(clock, CONTRACT);
  private final MembersGateway members = api.gateway();

  @AfterEach
  void stop() {
    api.close();
  }

  @Tag("long")
  @Test
  void threadsShareATokenAndItsSuccessor() throws Exception {
    assertTokensAreShared(() -> Executors.newFixedThreadPool(THREADS));
  }

  @Test
  void virtualThreadsShareATokenAndItsSuccessor() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21, "virtual threads came with JDK 21");
    assertTokensAreShared(ConcurrentTasks::virtualThreads);
  }

  private void assertTokensAreShared(Callable<ExecutorService> threads) throws Exception {
    ConcurrentTasks.runAll(threads.call(), THREADS, () -> GatewayFixtures.list(members, 1, 10));
    assertThat(api.tokenRequests).hasValue(1);

    clock.advance(Duration.ofHours(1));
    ConcurrentTasks.runAll(threads.call(), THREADS, () -> GatewayFixtures.list(members, 1, 10));
    assertThat(api.tokenRequests).hasValue(2);
    assertThat(api.rejected).hasValue(0);
    assertThat(api.pages).hasValue(2 * THREADS);
  }

  @Tag("long")
  @Test
  void requestsATokenAnHourAndNeverSendsAnExpiredOne() {
    int calls = Soak.times(10_000);
    for (int i = 0; i < calls; i++) {
      GatewayFixtures.list(members, 1, 10);
      clock.advance(Duration.ofDays(1).dividedBy(calls));
    }

    assertThat(api.tokenRequests).hasValueBetween(24, 28);
    assertThat(api.rejected).hasValue(0);
    assertThat(api.pages).hasValue(calls);
  }

  @Test
  void replacesATokenRevokedDuringAListing() {
    try (AudienceMembersClient client = api.client()) {
      Iterator<AudienceMember> iterator = client.members("tech-team").iterator();
      List<String> read = new java.util.ArrayList<>();
      IntStream.range(0, 10).forEach(i -> read.add(iterator.next().userId()));

      api.revokeAll();
      iterator.forEachRemaining(member -> read.add(member.userId()));

      assertThat(read).isEqualTo(IntStream.rangeClosed(1, 25).mapToObj(Pages::id).toList());
    }
    assertThat(api.tokenRequests).hasValue(2);
    assertThat(api.rejected).hasValue(1);
    assertThat(api.pages).hasValue(3);
  }

  @Test
  void replacesATokenRevokedDuringManyCallsOnce() throws Exception {
    GatewayFixtures.list(members, 1, 10);
    api.revokeAll();

    ConcurrentTasks.runAll(
        Executors.newFixedThreadPool(50), 50, () -> GatewayFixtures.list(members, 1, 10));

    assertThat(api.tokenRequests).hasValue(2);
    assertThat(api.rejected).hasValueBetween(1, 50);
  }

  @Test
  void failsIfTheNewTokenIsRejected() {
    api.errorResponse.set(
        WireTest.json(
            "{\"access_token\":\"" + WireTest.SECRET + "-revoked\",\"token_type\":\"Bearer\"}"));

    assertThatThrownBy(() -> GatewayFixtures.list(members, 1, 10))
        .isExactlyInstanceOf(UnauthorizedException.class)
        .satisfies(LeakAssertions::assertNoLeaks);

    assertThat(api.rejected).hasValue(2);
    assertThat(api.tokenRequests).hasValue(2);

    IntStream.range(0, 10)
        .forEach(
            i ->
                assertThatThrownBy(() -> GatewayFixtures.list(members, 1, 10))
                    .isExactlyInstanceOf(UnauthorizedException.class));
    assertThat(api.tokenRequests).as("no request per call").hasValue(2);

    clock.advance(Duration.ofSeconds(30));
    assertThatThrownBy(() -> GatewayFixtures.list(members, 1, 10))
        .isExactlyInstanceOf(UnauthorizedException.class);
    assertThat(api.tokenRequests).as("one request per 30 s").hasValue(3);
  }

  @Test
  void countsTheLifetimeFromTheRequest() throws Exception {
    api.gate.register();
    TokenCache tokens = api.tokens();
    CompletableFuture<Token> token = CompletableFuture.supplyAsync(tokens::current);
    ConcurrentTasks.await(() -> api.tokenRequests.get() > 0);

    Instant expiry = clock.instant().plus(Duration.ofHours(1));
    clock.advance(Duration.ofSeconds(20));
    api.gate.arriveAndDeregister();

    assertThat(token.get().expiresAt()).isEqualTo(expiry);
  }

  @Test
  @ViolatesContract("a gateway responds without a body")
  void continuesWithAValidTokenIfRenewalFails() {
    GatewayFixtures.list(members, 1, 10);
    clock.advance(Duration.ofMinutes(57));
    api.errorResponse.set(aResponse().withStatus(500));

    for (int failures = 1; failures <= 3; failures++) {
      int requests = 1 + failures;
      callUntil(() -> api.tokenRequests.get() == requests);
    }
    api.errorResponse.set(null);
    callUntil(() -> api.tokenRequests.get() == 5);
    clock.advance(Duration.ofMinutes(30));
    GatewayFixtures.list(members, 1, 10);

    assertThat(api.rejected).hasValue(0);
    assertThat(api.tokenRequests).hasValue(5);
  }

  @Test
  @ViolatesContract("a gateway responds without a body")
  void failsIfRenewalFailsAfterExpiry() {
    GatewayFixtures.list(members, 1, 10);
    clock.advance(Duration.ofHours(1));
    api.errorResponse.set(aResponse().withStatus(500));

    assertThatThrownBy(() -> GatewayFixtures.list(members, 1, 10))
        .isExactlyInstanceOf(ServerErrorException.class)
        .hasMessageContaining("TEST responded with 500 for an access token");

    api.errorResponse.set(null);
    GatewayFixtures.list(members, 1, 10);
    assertThat(api.rejected).hasValue(0);
  }

  @Test
  void continuesWithAValidTokenWhileRenewalHangs() throws Exception {
    GatewayFixtures.list(members, 1, 10);
    clock.advance(Duration.ofMinutes(57));
    api.gate.register();

    callUntil(() -> api.tokenRequests.get() == 2);
    IntStream.range(0, 100).forEach(i -> GatewayFixtures.list(members, 1, 10));
    clock.advance(Duration.ofMinutes(3));
    CompletableFuture<?> late =
        CompletableFuture.supplyAsync(() -> GatewayFixtures.list(members, 1, 10));

    api.gate.arriveAndDeregister();
    late.get();
    assertThat(api.tokenRequests).hasValue(2);
    assertThat(api.rejected).hasValue(0);
  }

  /** Calls once a second until the background request has taken effect. */
  private void callUntil(BooleanSupplier done) {
    while (!done.getAsBoolean()) {
      GatewayFixtures.list(members, 1, 10);
      clock.advance(Duration.ofSeconds(1));
    }
  }
}
