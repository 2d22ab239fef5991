package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log lines of a client that a server throttles, in real time. */
@Timeout(60)
class ThrottlingLogTest {

  @Test
  void oneLineSaysThatItBeginsAndOneThatItEnds() throws Exception {
    try (RecordedLog log = RecordedLog.ofTheClient();
        RateLimitedApi api = new RateLimitedApi();
        AudienceMembersClient client = api.client().build()) {
      AtomicInteger received = new AtomicInteger();
      api.rule = (audience, inFlight) -> received.incrementAndGet() / 4 == 2 ? 429 : 200;
      List<Members> audiences =
          IntStream.range(0, 4)
              .mapToObj(n -> client.members("team-" + n + "-20").parallelism(8))
              .toList();

      assertThat(Listings.outcomes(audiences, 40)).containsOnly(Listings.WHOLE);

      assertThat(api.refused()).hasSizeGreaterThan(1);
      assertThat(log.at(Level.WARNING)).singleElement().asString().contains("throttl");
      assertThat(log.at(Level.INFO)).hasSizeLessThanOrEqualTo(1);
    }
  }
}
