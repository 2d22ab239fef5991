package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.log.CompositeListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Calls of a client whose server has an outage, in virtual time. */
abstract class OutageScenario {
  static final Duration LATENCY = Duration.ofMillis(20);

  final VirtualTime time = new VirtualTime();
  final AtomicInteger requests = new AtomicInteger();
  final AtomicInteger inFlight = new AtomicInteger();
  final AtomicInteger maxInFlight = new AtomicInteger();
  final Lifetime end = new Lifetime("this client is closed");
  final RetryExecutor byDefault = retries(4, Integer.MAX_VALUE);

  volatile Supplier<ThriveException> failure = () -> new ThriveConnectionException("refused", null);
  volatile long downUntil;
  volatile long latestRequest;

  Object outcome(RetryExecutor retries) {
    return outcome(retries, this::respond);
  }

  Object outcome(RetryExecutor retries, Supplier<Object> attempt) {
    return outcome(retries, CallOwner.ofSingleCall(), attempt);
  }

  static Object outcome(RetryExecutor retries, CallOwner owner, Supplier<Object> attempt) {
    Object[] result = new Object[1];
    Throwable thrown = catchThrowable(() -> result[0] = Calls.run(retries, owner, attempt));
    return thrown == null ? result[0] : thrown;
  }

  Object respond() {
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

  Object fail(ThriveException why) {
    if (why instanceof ThriveConnectionException) {
      requests.incrementAndGet();
    }
    throw why;
  }

  Object sleep(Duration duration) {
    time.pass(duration);
    return "slept";
  }

  static ThriveException error(int status, Duration retryAfter) {
    return ApiExceptions.of(ApiError.of(status).withRetryAfter(retryAfter), "" + status);
  }

  RetryExecutor retries(int maxAttempts, int maxRequests) {
    Limits limits =
        new Limits(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            maxAttempts,
            maxRequests,
            Double.POSITIVE_INFINITY,
            1);
    return new RetryExecutor(limits, time, end, new CompositeListener(List.of()));
  }

  static long seconds(int seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
