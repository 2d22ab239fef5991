package io.github.thriveaudience.internal.call;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Waits that double from one failure to the next, up to a maximum. They are random, so that calls
 * which failed together do not retry together.
 *
 * @param first the maximum of the first wait
 * @param max the maximum of any wait
 * @param fixed the part of a wait that is not random, 0 to 1
 * @param jitter gives random numbers from 0 to 1
 */
record Backoff(Duration first, Duration max, double fixed, DoubleSupplier jitter) {
  private static final int LARGEST_SHIFT = 5;

  /** Full jitter: up to 1 s, 2 s, 4 s and so on, at most 20 s. */
  static Backoff betweenAttempts(DoubleSupplier jitter) {
    return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20), 0, jitter);
  }

  /** Up to 0.2 s, 0.4 s and so on, at most 5 s, and at least half of that. */
  static Backoff betweenProbes(DoubleSupplier jitter) {
    return new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.5, jitter);
  }

  /**
   * For a request that was not processed, such as one that waits for an HTTP/2 stream: up to 50 ms,
   * 100 ms and so on, at most 1 s.
   */
  static Backoff beforeSending(DoubleSupplier jitter) {
    return new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), 0.5, jitter);
  }

  /**
   * The wait before a retry.
   *
   * @param failures the number of failed attempts, 1 or more
   */
  Duration after(int failures) {
    long doubled = first.toNanos() << Math.min(failures - 1, LARGEST_SHIFT);
    long longest = Math.min(max.toNanos(), doubled);
    return Duration.ofNanos((long) (longest * (fixed + (1 - fixed) * jitter.getAsDouble())));
  }
}
