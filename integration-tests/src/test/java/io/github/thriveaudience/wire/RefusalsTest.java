package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a refused request costs the call that sent it, in real time. */
@Tag("long")
@Timeout(60)
class RefusalsTest {
  private final RateLimitedApi api = new RateLimitedApi();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void refusalsAreNoAttempts() {
    try (AudienceMembersClient client = clientThatHadSuccess(2)) {
      api.rule = RateLimitedApi.inTurn(429, 429, 429, 429, 429);

      assertThat(client.members("team-1").page(1).members()).hasSize(RateLimitedApi.PAGE_SIZE);
    }
    assertThat(api.requestsFor("team-1")).hasSize(6);
  }

  @Test
  void failuresBetweenRefusalsAreAttempts() {
    try (AudienceMembersClient client = clientThatHadSuccess(2)) {
      api.rule = RateLimitedApi.inTurn(429, 500, 429, 429, 500);

      assertThat(catchThrowable(() -> client.members("team-1").page(1)))
          .isExactlyInstanceOf(ServerErrorException.class);
    }
    assertThat(api.requestsFor("team-1")).hasSize(5);
  }

  /** Its rate is high, so that refusals cost little time. */
  private AudienceMembersClient clientThatHadSuccess(int maxAttempts) {
    AudienceMembersClient client = api.client().maxAttempts(maxAttempts).build();
    assertThat(Listings.outcome(client.members("before-20"), 40)).isEqualTo(Listings.WHOLE);
    return client;
  }

  @Test
  void callsFailOnceNoneHasHadSuccessForTheTimeoutOfACall() {
    api.rule = (audience, inFlight) -> 429;
    try (AudienceMembersClient client = api.client().callTimeout(Duration.ofSeconds(1)).build()) {
      Duration first = timeOfRefusedCall(client);
      assertThat(first).isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
      assertThat(api.requests).hasSizeLessThan(20);

      int before = api.requests.size();
      assertThat(timeOfRefusedCall(client)).isLessThan(Duration.ofSeconds(5));
      assertThat(api.requests).hasSize(before + 1);
    }
  }

  @Test
  void waitingBehindOtherCallsIsNotTheTimeOfACall() throws Exception {
    int audiences = 90;
    api.rule = new TokenBucket(40, 5, 429);
    try (AudienceMembersClient client = api.client().callTimeout(Duration.ofMillis(1500)).build()) {
      List<Members> listings =
          IntStream.range(0, audiences).mapToObj(n -> client.members("team-" + n + "-1")).toList();

      assertThat(Listings.outcomes(listings, RateLimitedApi.PAGE_SIZE))
          .hasSize(audiences)
          .containsOnly(Listings.WHOLE);
    }
    assertThat(api.admitted()).hasSize(audiences);
  }

  private static Duration timeOfRefusedCall(AudienceMembersClient client) {
    long begin = System.nanoTime();
    assertThat(catchThrowable(() -> client.members("team-1").page(1)))
        .isExactlyInstanceOf(RateLimitedException.class);
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
