package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.log.CompositeListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many calls of a client whose server has an outage, in virtual time. */
@Timeout(60)
class OutageTest {
  private static final Duration LATENCY = Duration.ofMillis(20);

  private final VirtualTime time = new VirtualTime();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger maxInFlight = new AtomicInteger();
  private final Lifetime end = new Lifetime("this client is closed");
  private final RetryExecutor byDefault = retries(4, Integer.MAX_VALUE);

  private volatile Supplier<ThriveException> failure =
      () -> new ThriveConnectionException("refused", null);
  private volatile long downUntil;
  private volatile long latestRequest;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 320})
  void shortOutageFailsNoCall(int calls) throws Exception {
    downUntil = seconds(15);

    assertThat(time.runAll(calls, () -> outcome(byDefault))).containsOnly("done");

    assertThat(time.nanos()).isLessThan(seconds(15 + 5 + 2));
    assertThat(requests.get()).isBetween(2 * calls, 2 * calls + 12);
  }

  @Test
  void hasOneProbeInFlightDuringAnOutage() throws Exception {
    downUntil = seconds(60);
    time.runAll(50, () -> outcome(byDefault));

    assertThat(requests.get()).isBetween(2 * 50, 2 * 50 + 30);
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

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 503})
  void throttlingIndicatesNoOutage(int status) throws Exception {
    downUntil = Long.MAX_VALUE;
    failure = () -> error(status, Duration.ofSeconds(1));

    time.runAll(1, () -> outcome(byDefault));

    assertThat(requests).hasValue(4);
  }

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
    assertThat(time.nanos()).isLessThan(seconds(10));
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

    assertThat(latestRequest).isBetween(seconds(100), seconds(120));
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
  void newCallWithoutTimeToWaitSendsNothing() throws Exception {
    downUntil = Long.MAX_VALUE;
    AtomicInteger turn = new AtomicInteger();
    AttemptListener nearDeadline = new ListingWithDeadline(time, Duration.ofMillis(90).toNanos());

    List<Object> outcomes =
        time.runAll(
            3,
            () -> {
              if (turn.getAndIncrement() < 2) {
                return outcome(byDefault);
              }
              time.pass(Duration.ofMillis(30));
              return outcome(byDefault, nearDeadline, this::respond);
            });

    assertThat(outcomes)
        .anySatisfy(
            ended ->
                assertThat(ended)
                    .asString()
                    .as("the first probe is due after a tenth of a second or more")
                    .contains(
                        "expired before a request to TEST could be sent", "does not respond"));
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
              byDefault.wakeAll();
              return time.nanos();
            });

    assertThat(outcomes).filteredOn(IllegalStateException.class::isInstance).hasSize(19);
    assertThat(time.nanos()).as("at once").isLessThan(seconds(7) + 2 * LATENCY.toNanos());
  }

  private Object outcome(RetryExecutor retries) {
    return outcome(retries, this::respond);
  }

  private Object outcome(RetryExecutor retries, Supplier<Object> attempt) {
    return outcome(retries, AttemptListener.NONE, attempt);
  }

  private static Object outcome(
      RetryExecutor retries, AttemptListener listener, Supplier<Object> attempt) {
    Object[] result = new Object[1];
    Throwable thrown = catchThrowable(() -> result[0] = Calls.run(retries, listener, attempt));
    return thrown == null ? result[0] : thrown;
  }

  private Object respond() {
    requests.incrementAndGet();
    latestRequest = time.nanos();
    int now = inFlight.incrementAndGet();
    if (time.nanos() > LATENCY.toNanos() && time.nanos() < downUntil) {
      maxInFlight.accumulateAndGet(now, Math::max);
    }
    time.pass(LATENCY);
    inFlight.decrementAndGet();
    if (time.nanos() < downUntil) {
      throw failure.get();
    }
    return "done";
  }

  private Object fail(ThriveException why) {
    if (why instanceof ThriveConnectionException) {
      requests.incrementAndGet();
    }
    throw why;
  }

  private Object sleep(Duration duration) {
    time.pass(duration);
    return "slept";
  }

  private static ThriveException error(int status, Duration retryAfter) {
    return ApiExceptions.of(ApiError.of(status).withRetryAfter(retryAfter), "" + status);
  }

  private RetryExecutor retries(int maxAttempts, int maxRequests) {
    Limits limits =
        new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), maxAttempts, maxRequests, 1);
    return new RetryExecutor(limits, time, end, new CompositeListener(List.of()));
  }

  private static long seconds(int seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  /** A listing whose deadline is near. */
  private static final class ListingWithDeadline implements AttemptListener {
    private final Time time;
    private final long until;

    ListingWithDeadline(Time time, long until) {
      this.time = time;
      this.until = until;
    }

    @Override
    public void begin(Duration longest) {}

    @Override
    public void end() {}

    @Override
    public void sent() {}

    @Override
    public void failed(ThriveException failure) {}

    @Override
    public Duration left() {
      return Duration.ofNanos(Math.max(0, until - time.nanos()));
    }
  }
}
