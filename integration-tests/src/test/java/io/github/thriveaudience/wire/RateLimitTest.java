package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listings from a server whose rate limit the client is not told, in real time. */
@Tag("long")
@Timeout(60)
class RateLimitTest {
  private static final int PER_SECOND = 100;
  private static final int BURST = 5;

  /** Requests for all pages in each test of many audiences. */
  private static final int PAGES = 80;

  private static final Duration IDEAL = Duration.ofMillis(1000 * PAGES / PER_SECOND);

  private final RateLimitedApi api = new RateLimitedApi();
  private final AudienceMembersClient client = api.client().build();

  @AfterEach
  void close() {
    client.close();
    api.close();
  }

  @ParameterizedTest
  @CsvSource({"20, 1, 429,", "10, 8, 429,", "10, 4, 503, 1"})
  void readsManyAudiences(int audiences, int parallelism, int status, @Nullable String retryAfter)
      throws Exception {
    api.rule = new TokenBucket(PER_SECOND, BURST, status);
    api.retryAfter = retryAfter;
    long begin = System.nanoTime();

    readAtOnce(audiences, parallelism);

    assertThat(api.refusedShare()).isLessThan(0.25);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(IDEAL.multipliedBy(10));
  }

  @Test
  void followsALimitThatFallsAndRises() throws Exception {
    RateLimitedApi.Rule high = new TokenBucket(200, BURST, 429);
    RateLimitedApi.Rule low = new TokenBucket(20, BURST, 429);
    api.rule =
        (audience, inFlight) -> {
          int before = api.admitted().size();
          return (before > 35 && before < 50 ? low : high).status(audience, inFlight);
        };

    readAtOnce(10, 4);

    assertThat(api.refusedShare()).isLessThan(0.3);
  }

  /** Reads audiences with {@link #PAGES} pages together, and asserts that all are whole. */
  private void readAtOnce(int audiences, int parallelism) throws Exception {
    int pages = PAGES / audiences;
    List<Members> listings =
        IntStream.range(0, audiences)
            .mapToObj(n -> client.members("team-" + n + "-" + pages).parallelism(parallelism))
            .toList();

    assertThat(Listings.outcomes(listings, pages * RateLimitedApi.PAGE_SIZE))
        .hasSize(audiences)
        .containsOnly(Listings.WHOLE);
    assertThat(api.admitted()).hasSize(PAGES);
    assertThat(api.refused()).as("the limit was in force").isNotEmpty();
  }

  @Test
  void smallAudienceDoesNotWaitBehindALargeOne() throws Exception {
    api.rule = new TokenBucket(PER_SECOND, BURST, 429);
    CompletableFuture<String> large =
        CompletableFuture.supplyAsync(
            () -> Listings.outcome(client.members("large-90").parallelism(32), 180));
    ConcurrentTasks.await(() -> large.isDone() || api.requests.size() > 35);
    assertThat(api.refused()).as("the limit was in force").isNotEmpty();
    int before = api.requests.size();

    assertThat(Listings.outcome(client.members("small-2"), 4)).isEqualTo(Listings.WHOLE);

    // The queue of the large one has 32 requests, and the two pages are requested in turn.
    assertThat(api.requests.size() - before).isLessThan(32);
    assertThat(large).isNotDone();
    assertThat(large.get()).isEqualTo(Listings.WHOLE);
  }

  @Test
  void firstRequestsOfAClientAreFew() {
    api.latency = Duration.ofMillis(30);
    api.rule = (audience, inFlight) -> inFlight <= 2 ? 200 : 429;

    assertThat(Listings.outcome(client.members("team-24").parallelism(32), 48))
        .isEqualTo(Listings.WHOLE);

    assertThat(api.requests.subList(0, 5)).allMatch(request -> request.inFlight() <= 4);
    assertThat(api.requests).allMatch(request -> request.inFlight() <= 8);
    assertThat(api.refusedShare()).isLessThan(0.3);
  }

  @Test
  void withoutALimitAsManyRequestsAreInFlightAsSet() {
    api.latency = Duration.ofMillis(100);
    long begin = System.nanoTime();

    assertThat(Listings.outcome(client.members("team-41").parallelism(8), 82))
        .isEqualTo(Listings.WHOLE);

    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(api.requests).hasSize(41).anyMatch(request -> request.inFlight() == 8);
    // The first page, and 40 pages 8 at a time, are 6 round trips; a new client may need 4 more.
    assertThat(took).isLessThan(api.latency.multipliedBy(6 + 4 + 6));
  }

  @Test
  void withoutALimitAnotherListingIsAtFullWidthAtOnce() {
    assertThat(Listings.outcome(client.members("first-41").parallelism(8), 82))
        .isEqualTo(Listings.WHOLE);
    api.latency = Duration.ofMillis(50);

    assertThat(Listings.outcome(client.members("second-41").parallelism(8), 82))
        .isEqualTo(Listings.WHOLE);

    assertThat(api.requestsFor("second-41").limit(9)).anyMatch(request -> request.inFlight() == 8);
  }
}
