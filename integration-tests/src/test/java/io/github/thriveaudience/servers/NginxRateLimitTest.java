package io.github.thriveaudience.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.wire.Listings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** nginx with {@code limit_req} and 20 requests a second, in real time and with the defaults. */
@RealServer("nginx")
class NginxRateLimitTest {
  private static final int PER_SECOND = 20;
  private static final int BURST = 5;
  private static final int AUDIENCES = 10;
  private static final double MAX_REFUSED_SHARE = 0.09;
  private static final double MAX_TIME = 1.3;

  private final Upstream upstream = new Upstream();

  /** The first listing of a JVM can take seconds on a busy machine, which no limit causes. */
  @BeforeAll
  static void listWithoutLimit() throws Exception {
    Upstream upstream = new Upstream();
    try (Nginx nginx = Nginx.http(Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client = client(nginx, 63)) {
      assertThat(Listings.outcomes(audiences(client, "team", AUDIENCES, 8), Upstream.MEMBERS))
          .containsOnly(Listings.WHOLE);
    } finally {
      upstream.close();
    }
  }

  @AfterEach
  void close() {
    upstream.close();
  }

  @ParameterizedTest
  @CsvSource({"8, 429, false", "1, 429, true", "8, 503, true"})
  void readsTenAudiences(int parallelism, int status, boolean retryAfter) throws Exception {
    int pages = 63;
    try (Nginx nginx = limited(status, retryAfter);
        AudienceMembersClient client = client(nginx, pages)) {
      long begin = System.nanoTime();

      List<String> outcomes =
          Listings.outcomes(audiences(client, "team", AUDIENCES, parallelism), Upstream.MEMBERS);

      double seconds = (System.nanoTime() - begin) / 1e9;
      assertThat(outcomes).hasSize(AUDIENCES).containsOnly(Listings.WHOLE);
      assertRefused(nginx.endAndLog(), status, AUDIENCES * pages);
      assertThat(seconds).isLessThan(MAX_TIME * AUDIENCES * pages / PER_SECOND);
    }
  }

  @Test
  void hardlyExceedsALimitThatItIsTold() throws Exception {
    int pages = 32;
    try (Nginx nginx = limited(429, false);
        AudienceMembersClient client =
            builder(nginx, pages).requestsPerSecond(PER_SECOND).build()) {
      long begin = System.nanoTime();

      List<String> outcomes =
          Listings.outcomes(audiences(client, "team", AUDIENCES, 8), Upstream.MEMBERS);

      double seconds = (System.nanoTime() - begin) / 1e9;
      assertThat(outcomes).hasSize(AUDIENCES).containsOnly(Listings.WHOLE);
      assertRefused(nginx.endAndLog(), 429, AUDIENCES * pages);
      assertThat(seconds).isLessThan(MAX_TIME * AUDIENCES * pages / PER_SECOND);
    }
  }

  @Test
  void twoClientsShareALimit() throws Exception {
    int pages = 32;
    try (Nginx nginx = limited(429, false);
        AudienceMembersClient one = client(nginx, pages);
        AudienceMembersClient other = client(nginx, pages)) {
      List<Members> listings = new ArrayList<>(audiences(one, "one", AUDIENCES / 2, 4));
      listings.addAll(audiences(other, "other", AUDIENCES / 2, 4));

      List<String> outcomes = Listings.outcomes(listings, Upstream.MEMBERS);

      List<Nginx.Access> log = nginx.endAndLog();
      assertThat(outcomes).hasSize(AUDIENCES).containsOnly(Listings.WHOLE);
      assertRefused(log, 429, AUDIENCES * pages);
      assertNoneIsStarved(log, AUDIENCES / 2 * pages);
    }
  }

  /**
   * Asserts that each client got a sixth at least, before one of them had all its pages. Half a
   * minute is too short for equal shares.
   */
  private static void assertNoneIsStarved(List<Nginx.Access> log, int pagesOfEach) {
    Map<Boolean, Integer> admitted = new HashMap<>();
    for (Nginx.Access access : log) {
      if (access.status() == 200
          && admitted.merge(access.target().contains("/one-"), 1, Integer::sum) == pagesOfEach) {
        break;
      }
    }
    assertThat(admitted.values()).hasSize(2).allMatch(pages -> pages >= pagesOfEach / 5);
  }

  /** A gateway that refuses requests with this status. */
  private Nginx limited(int status, boolean retryAfter) {
    String http =
        """
        limit_req_zone $binary_remote_addr zone=api:1m rate=%dr/s;
        map $status $retry_after { %d "%s"; default ""; }
        """
            .formatted(PER_SECOND, status, retryAfter ? "1" : "");
    String server =
        """
        limit_req zone=api burst=%d nodelay;
        limit_req_status %d;
        add_header Retry-After $retry_after always;
        """
            .formatted(BURST, status);
    return Nginx.http(http, server + Nginx.proxyTo(upstream.port()));
  }

  private static AudienceMembersClient client(Nginx nginx, int pages) {
    return builder(nginx, pages).build();
  }

  private static AudienceMembersClient.Builder builder(Nginx nginx, int pages) {
    return Clients.of(nginx.baseUri()).pageSize((Upstream.MEMBERS + pages - 1) / pages);
  }

  private static List<Members> audiences(
      AudienceMembersClient client, String name, int number, int parallelism) {
    return IntStream.range(0, number)
        .mapToObj(n -> client.members(name + "-" + n).parallelism(parallelism))
        .toList();
  }

  /** Asserts that each page was admitted once, and that few other requests were refused. */
  private static void assertRefused(List<Nginx.Access> log, int status, int pages) {
    assertThat(log).extracting(Nginx.Access::status).isSubsetOf(200, status);
    long refused = log.stream().filter(access -> access.status() == status).count();
    assertThat(log.size() - refused).isEqualTo(pages);
    assertThat((double) refused / log.size()).isLessThanOrEqualTo(MAX_REFUSED_SHARE);
  }
}
