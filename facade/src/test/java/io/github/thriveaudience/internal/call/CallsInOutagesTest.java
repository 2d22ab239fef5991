package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a single call, or of a few, in an outage. */
@Timeout(60)
class CallsInOutagesTest extends OutageScenario {

  @Test
  void manyCallsThatFailTwiceSucceed() throws Exception {
    ThreadLocal<Integer> attempts = ThreadLocal.withInitial(() -> 0);

    List<Object> outcomes =
        time.runAll(
            33,
            () ->
                outcome(
                    byDefault,
                    () -> {
                      requests.incrementAndGet();
                      time.pass(LATENCY);
                      attempts.set(attempts.get() + 1);
                      return attempts.get() < 3 ? fail(error(503, null)) : "done";
                    }));

    assertThat(outcomes).containsOnly("done");
    assertThat(requests).hasValue(3 * 33);
    assertThat(time.nanos()).isLessThan(seconds(20));
  }

  @Test
  void callThatStartsLateIsNotRetriedForTooLong() throws Exception {
    downUntil = Long.MAX_VALUE;
    AtomicInteger turn = new AtomicInteger();

    time.runAll(
        2,
        () -> {
          if (turn.getAndIncrement() > 0) {
            time.pass(Duration.ofSeconds(50));
          }
          return outcome(byDefault);
        });

    // The waits are random, and the latency of the requests before is added.
    assertThat(latestRequest).isBetween(seconds(100), seconds(121));
  }

  @Test
  void occasionalCallsCostOneRequestEach() throws Exception {
    downUntil = Long.MAX_VALUE;
    time.runAll(1, () -> outcome(byDefault));
    requests.set(0);

    for (int i = 0; i < 20; i++) {
      time.runAll(1, () -> sleep(Duration.ofMinutes(5)));
      time.runAll(1, () -> outcome(byDefault));
    }

    assertThat(requests).hasValue(20);
  }

  @Test
  void forgetsAnOutageAfterADay() throws Exception {
    downUntil = Long.MAX_VALUE;
    time.runAll(1, () -> outcome(byDefault));
    time.runAll(1, () -> sleep(Duration.ofDays(1)));
    downUntil = time.nanos() + seconds(3);

    assertThat(time.runAll(1, () -> outcome(byDefault))).containsOnly("done");
  }

  @Test
  void anotherCallTakesOverProbing() throws Exception {
    downUntil = seconds(15);
    AtomicInteger turn = new AtomicInteger();

    List<Object> outcomes =
        time.runAll(10, () -> outcome(turn.getAndIncrement() == 0 ? retries(2, 2) : byDefault));

    assertThat(outcomes).hasSize(10).filteredOn("done"::equals).hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void unsentRequestCountsAsNoAttempt() throws Exception {
    AtomicInteger full = new AtomicInteger(50);
    Supplier<Object> send =
        () -> {
          requests.incrementAndGet();
          return full.getAndDecrement() > 0
              ? fail(new RequestNotSentException("full", null))
              : "done";
        };

    assertThat(time.runAll(1, () -> outcome(retries(2, 2), send))).containsOnly("done");
    assertThat(time.nanos()).isBetween(seconds(20), seconds(60));
  }

  @Test
  void unsentRequestIsRetriedUntilTheCallTimeout() throws Exception {
    Supplier<Object> full = () -> fail(new RequestNotSentException("full", null));

    assertThat(time.runAll(1, () -> outcome(byDefault, full)))
        .hasOnlyElementsOfType(RequestNotSentException.class);
    assertThat(time.nanos()).isBetween(seconds(118), seconds(120));
  }

  @Test
  void closingTheClientEndsAllWaits() throws Exception {
    downUntil = Long.MAX_VALUE;
    AtomicInteger turn = new AtomicInteger();

    List<Object> outcomes =
        time.runAll(
            20,
            () -> {
              if (turn.getAndIncrement() > 0) {
                return outcome(byDefault);
              }
              time.pass(Duration.ofSeconds(7));
              end.end();
              byDefault.close();
              return time.nanos();
            });

    assertThat(outcomes).filteredOn(IllegalStateException.class::isInstance).hasSize(19);
    assertThat(time.nanos()).as("at once").isLessThan(seconds(7) + 2 * LATENCY.toNanos());
  }
}
