package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ContractWatch;
import io.github.thriveaudience.contract.OffContract;
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

/** How a token is shared, renewed and replaced, over real HTTP. */
@Timeout(120)
class TokenLifeTest {
  private static final int CROWD = 1_000;

  @RegisterExtension static final ContractWatch CONTRACT = new ContractWatch();

  private final TestTime clock = new TestTime();
  private final TokenApi api = new TokenApi(clock, CONTRACT);
  private final MembersGateway members = api.gateway();

  @AfterEach
  void stop() {
    api.close();
  }

  @Tag("long")
  @Test
  void aCrowdOfThreadsNeedsOneTokenAndOneMoreWhenItExpires() throws Exception {
    crowd(Executors.newFixedThreadPool(CROWD));
  }

  @Test
  void aCrowdOfVirtualThreadsNeedsOneTokenAndOneMoreWhenItExpires() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21, "virtual threads came with JDK 21");
    crowd(
        (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
  }

  private void crowd(ExecutorService threads) throws Exception {
    try {
      Crowd.run(threads, CROWD, () -> Gateways.list(members, 1, 10));
      assertThat(api.tokenRequests).hasValue(1);

      clock.advance(Duration.ofHours(1));
      Crowd.run(threads, CROWD, () -> Gateways.list(members, 1, 10));
      assertThat(api.tokenRequests).hasValue(2);
      assertThat(api.rejected).hasValue(0);
      assertThat(api.pages).hasValue(2 * CROWD);
    } finally {
      threads.shutdown();
    }
  }

  @Tag("long")
  @Test
  void aDayOfCallsNeedsATokenAnHourAndSendsNoneThatHasExpired() {
    int calls = Soak.times(10_000);
    for (int i = 0; i < calls; i++) {
      Gateways.list(members, 1, 10);
      clock.advance(Duration.ofDays(1).dividedBy(calls));
    }

    assertThat(api.tokenRequests).hasValueBetween(24, 28);
    assertThat(api.rejected).hasValue(0);
    assertThat(api.pages).hasValue(calls);
  }

  @Test
  void aTokenRevokedInTheMiddleOfAListingIsReplaced() {
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
  void aTokenRevokedUnderManyIsReplacedOnce() throws Exception {
    Gateways.list(members, 1, 10);
    api.revokeAll();

    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      Crowd.run(threads, 50, () -> Gateways.list(members, 1, 10));
    } finally {
      threads.shutdown();
    }

    assertThat(api.tokenRequests).hasValue(2);
    assertThat(api.rejected).hasValueBetween(1, 50);
  }

  @Test
  void aNewTokenThatIsRejectedTooIsFinal() {
    api.outage.set(
        WireTest.json(
            "{\"access_token\":\"" + WireTest.SECRET + "-revoked\",\"token_type\":\"Bearer\"}"));

    assertThatThrownBy(() -> Gateways.list(members, 1, 10))
        .isExactlyInstanceOf(UnauthorizedException.class)
        .satisfies(Leaks::assertNone);

    assertThat(api.rejected).hasValue(2);
    assertThat(api.tokenRequests).hasValue(2);

    IntStream.range(0, 10)
        .forEach(
            i ->
                assertThatThrownBy(() -> Gateways.list(members, 1, 10))
                    .isExactlyInstanceOf(UnauthorizedException.class));
    assertThat(api.tokenRequests).as("none a call").hasValue(2);

    clock.advance(Duration.ofSeconds(30));
    assertThatThrownBy(() -> Gateways.list(members, 1, 10))
        .isExactlyInstanceOf(UnauthorizedException.class);
    assertThat(api.tokenRequests).as("one in half a minute").hasValue(3);
  }

  @Test
  void aTokensLifeIsCountedFromItsRequest() throws Exception {
    api.gate.register();
    TokenCache tokens = api.tokens();
    CompletableFuture<Token> token = CompletableFuture.supplyAsync(tokens::current);
    while (api.tokenRequests.get() == 0) {
      Thread.onSpinWait();
    }

    Instant expiry = clock.instant().plus(Duration.ofHours(1));
    clock.advance(Duration.ofSeconds(20));
    api.gate.arriveAndDeregister();

    assertThat(token.get().expiresAt()).isEqualTo(expiry);
  }

  @Test
  @OffContract("a gateway answers without a body")
  void aTokenEndpointThatFailsHurtsNobodyWhileTheTokenIsValid() {
    Gateways.list(members, 1, 10);
    clock.advance(Duration.ofMinutes(57));
    api.outage.set(aResponse().withStatus(500));

    for (int failures = 1; failures <= 3; failures++) {
      int requests = 1 + failures;
      callUntil(() -> api.tokenRequests.get() == requests);
    }
    api.outage.set(null);
    callUntil(() -> api.tokenRequests.get() == 5);
    clock.advance(Duration.ofMinutes(30));
    Gateways.list(members, 1, 10);

    assertThat(api.rejected).hasValue(0);
    assertThat(api.tokenRequests).hasValue(5);
  }

  @Test
  @OffContract("a gateway answers without a body")
  void aTokenEndpointThatFailsIsNoticedWhenTheTokenHasExpired() {
    Gateways.list(members, 1, 10);
    clock.advance(Duration.ofHours(1));
    api.outage.set(aResponse().withStatus(500));

    assertThatThrownBy(() -> Gateways.list(members, 1, 10))
        .isExactlyInstanceOf(ServerErrorException.class)
        .hasMessageContaining("TEST responded with 500 for an access token");

    api.outage.set(null);
    Gateways.list(members, 1, 10);
    assertThat(api.rejected).hasValue(0);
  }

  @Test
  void aTokenEndpointThatHangsHurtsNobodyUntilTheTokenHasExpired() throws Exception {
    Gateways.list(members, 1, 10);
    clock.advance(Duration.ofMinutes(57));
    api.gate.register();

    callUntil(() -> api.tokenRequests.get() == 2);
    IntStream.range(0, 100).forEach(i -> Gateways.list(members, 1, 10));
    clock.advance(Duration.ofMinutes(3));
    CompletableFuture<?> late = CompletableFuture.supplyAsync(() -> Gateways.list(members, 1, 10));

    api.gate.arriveAndDeregister();
    late.get();
    assertThat(api.tokenRequests).hasValue(2);
    assertThat(api.rejected).hasValue(0);
  }

  /** Calls once a second, as users would, until what happens in the background has happened. */
  private void callUntil(BooleanSupplier done) {
    while (!done.getAsBoolean()) {
      Gateways.list(members, 1, 10);
      clock.advance(Duration.ofSeconds(1));
    }
  }
}
