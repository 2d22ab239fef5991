package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listings of a client that is told the rate limit, in real time. */
@Timeout(30)
class RequestsPerSecondTest {
  private static final int PER_SECOND = 100;
  private static final int AUDIENCES = 4;
  private static final int PAGES = 20;
  private static final int REQUESTS = AUDIENCES * PAGES;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final RateLimitedApi api = new RateLimitedApi();
  private final AudienceMembersClient client = api.client().requestsPerSecond(PER_SECOND).build();

  @AfterEach
  void close() {
    client.close();
    api.close();
  }

  @Test
  void allListingsShareTheRateFromTheFirstRequestOn() throws Exception {
    readAll();

    List<Long> times = api.requests.stream().map(RateLimitedApi.Request::nanos).sorted().toList();
    assertThat(times).hasSize(REQUESTS);
    assertThat(times.get(REQUESTS - 1) - times.get(0))
        .isBetween(SECOND * REQUESTS * 9 / 10 / PER_SECOND, 3 * SECOND * REQUESTS / PER_SECOND);
    // Spaced: at 10 ms each, 20 requests take 190 ms.
    assertThat(IntStream.range(0, REQUESTS - 19).mapToLong(n -> times.get(n + 19) - times.get(n)))
        .allMatch(span -> span > SECOND / 10);
  }

  @Test
  void hardlyExceedsALimitOfTheSameRate() throws Exception {
    api.rule = new TokenBucket(PER_SECOND, 5, 429);

    readAll();

    assertThat(api.admitted()).hasSize(REQUESTS);
    assertThat(api.refusedShare()).isLessThan(0.05);
  }

  private void readAll() throws Exception {
    List<Members> audiences =
        IntStream.range(0, AUDIENCES)
            .mapToObj(n -> client.members("team-" + n + "-" + PAGES).parallelism(8))
            .toList();

    assertThat(Listings.outcomes(audiences, PAGES * RateLimitedApi.PAGE_SIZE))
        .hasSize(AUDIENCES)
        .containsOnly(Listings.WHOLE);
  }
}
