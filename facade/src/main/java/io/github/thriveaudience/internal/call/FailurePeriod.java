package io.github.thriveaudience.internal.call;

import java.time.Duration;

/**
 * The time since when all requests of a client fail for one reason. Once it is older than its
 * limit, each call fails after one request. Not thread-safe.
 */
final class FailurePeriod {
  /**
   * After so long without a failure, the next one begins a new period. Otherwise the first failure
   * of a nightly job would be added to those of the night before.
   */
  private static final long MEMORY = Duration.ofMinutes(10).toNanos();

  private final long limit;
  private boolean lasting;
  private long since;
  private long latest;

  FailurePeriod(Duration limit) {
    this.limit = limit.toNanos();
  }

  /** Notes a failure, and returns whether it begins a period. */
  boolean extend(long now) {
    boolean begins = !lasting || now - latest > Math.max(limit, MEMORY);
    if (begins) {
      lasting = true;
      since = now;
    }
    latest = now;
    return begins;
  }

  void end() {
    lasting = false;
  }

  boolean isLasting() {
    return lasting;
  }

  /** Whether calls need no longer wait for the end. */
  boolean isOld(long now) {
    return lasting && untilOld(now) <= 0;
  }

  /** The nanoseconds until this is old. */
  long untilOld(long now) {
    return since + limit - now;
  }
}
