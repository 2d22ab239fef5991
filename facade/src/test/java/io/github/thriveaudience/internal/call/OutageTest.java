package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ThriveConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many calls of a client whose server has an outage. */
@Timeout(60)
class OutageTest extends OutageScenario {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 320})
  void shortOutageFailsNoCall(int calls) throws Exception {
    downUntil = seconds(15);

    assertThat(time.runAll(calls, () -> outcome(byDefault))).containsOnly("done");

    assertThat(time.nanos()).isLessThan(seconds(15 + 5 + 2));
    assertThat(requests.get()).isBetween(calls + 1, calls + 14);
  }

  @Test
  void hasOneProbeInFlightDuringAnOutage() throws Exception {
    downUntil = seconds(60);
    time.runAll(50, () -> outcome(byDefault));

    assertThat(requests.get()).isBetween(50 + 1, 50 + 30);
    assertThat(maxInFlight.get())
        .as("after the first requests, and before the recovery")
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 500})
  void permanentOutageCostsOneRequestPerCall(int atOnce) throws Exception {
    downUntil = Long.MAX_VALUE;

    for (int calls = 0; calls < 500; calls += atOnce) {
      assertThat(time.runAll(atOnce, () -> outcome(byDefault))).doesNotContain("done");
    }

    assertThat(requests.get()).isBetween(500, 600);
    requests.set(0);
    time.runAll(1, () -> outcome(byDefault));
    assertThat(requests).hasValue(1);
  }

  @Test
  void doesNotUseUpTheMaximumOfRequestsAtOnce() throws Exception {
    downUntil = Long.MAX_VALUE;

    time.runAll(1, () -> outcome(retries(20, 20)));

    assertThat(time.nanos()).isGreaterThan(seconds(40));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8})
  void sendsTheMaximumOfRequests(int maxAttempts) throws Exception {
    downUntil = Long.MAX_VALUE;

    time.runAll(1, () -> outcome(retries(maxAttempts, maxAttempts)));

    assertThat(requests).hasValue(maxAttempts);
  }

  @Test
  void callWithoutRetriesDoesNotWait() throws Exception {
    downUntil = Long.MAX_VALUE;
    RetryExecutor once = retries(1, 1);

    time.runAll(1, () -> IntStream.range(0, 20).mapToObj(i -> outcome(once)).toList());

    assertThat(requests).hasValue(20);
    assertThat(time.nanos()).isEqualTo(20 * LATENCY.toNanos());
  }

  @Test
  void callThatFailsWhileOthersSucceedIsRetried() throws Exception {
    RetryExecutor retries = byDefault;
    Supplier<Object> broken = () -> fail(new ThriveConnectionException("reset", null));
    Supplier<Object> fine =
        () -> {
          time.pass(Duration.ofMillis(100));
          return "done";
        };
    AtomicInteger turn = new AtomicInteger();

    List<Object> outcomes =
        time.runAll(
            2,
            () ->
                turn.getAndIncrement() == 0
                    ? outcome(retries, broken)
                    : IntStream.range(0, 300).mapToObj(i -> outcome(retries, fine)).toList());

    assertThat(requests).as("the call's four, and its probes").hasValueBetween(4, 8);
    assertThat(outcomes).anyMatch(ThriveConnectionException.class::isInstance);
    assertThat(time.nanos()).as("no other call is delayed").isEqualTo(seconds(30));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void gatewayErrorsIndicateAnOutage(int status) throws Exception {
    downUntil = seconds(15);
    failure = () -> error(status, null);

    assertThat(time.runAll(3, () -> outcome(byDefault))).containsOnly("done");
  }

  @Test
  void timeoutResponseIndicatesNoOutage() throws Exception {
    downUntil = Long.MAX_VALUE;
    failure = () -> error(408, null);

    time.runAll(1, () -> outcome(byDefault));

    assertThat(requests).hasValue(4);
  }
}
