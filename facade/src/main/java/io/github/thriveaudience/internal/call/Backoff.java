package io.github.thriveaudience.internal.call;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Waits that double from one failure to the next, up to a maximum, and are random, so that many who
 * failed together do not return together.
 *
 * @param first the maximum of the first wait
 * @param max the maximum of any wait
 * @param fixed the share of a wait that is not random, 0 to 1
 * @param jitter from 0 to 1
 */
record Backoff(Duration first, Duration max, double fixed, DoubleSupplier jitter) {
  private static final int LARGEST_SHIFT = 5;

  /** Full jitter: up to 1 s, 2 s, 4 s and so on, at most 20 s. */
  static Backoff betweenAttempts(DoubleSupplier jitter) {
    return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20), 0, jitter);
  }

  /** At least half of 0.2 s, 0.4 s and so on, at most 5 s, so that the end of an outage is seen. */
  static Backoff betweenProbes(DoubleSupplier jitter) {
    return new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.5, jitter);
  }

  /** For a request that has not left this machine: what it waits for takes milliseconds. */
  static Backoff beforeSending(DoubleSupplier jitter) {
    return new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), 0.5, jitter);
  }

  /**
   * The wait before a retry.
   *
   * @param failures the attempts that failed, 1 or more
   */
  Duration after(int failures) {
    long doubled = first.toNanos() << Math.min(failures - 1, LARGEST_SHIFT);
    long longest = Math.min(max.toNanos(), doubled);
    return Duration.ofNanos((long) (longest * (fixed + (1 - fixed) * jitter.getAsDouble())));
  }
}
