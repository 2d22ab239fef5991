package io.github.thriveaudience.internal;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Exponential backoff with full jitter: up to 1 s, 2 s, 4 s and so on, at most 20 s. */
record Backoff(DoubleSupplier jitter) {
  private static final long BASE = Duration.ofSeconds(1).toNanos();
  private static final long CAP = Duration.ofSeconds(20).toNanos();
  private static final int LARGEST_SHIFT = 5;

  /**
   * The wait before a retry.
   *
   * @param failures the attempts that failed, 1 or more
   */
  Duration after(int failures) {
    long longest = Math.min(CAP, BASE << Math.min(failures - 1, LARGEST_SHIFT));
    return Duration.ofNanos((long) (longest * jitter.getAsDouble()));
  }
}
