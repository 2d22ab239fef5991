package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;

/** Remembers for five minutes that something happened. Thread-safe. */
final class RecentOccurrence {
  private static final long MEMORY = Duration.ofMinutes(5).toNanos();

  private final Time time;
  private volatile boolean noted;
  private volatile long latest;

  RecentOccurrence(Time time) {
    this.time = time;
  }

  /** Notes that it happens now. */
  void note() {
    latest = time.nanos();
    noted = true;
  }

  /** Whether it happened in the last five minutes. */
  boolean isNoted() {
    return noted && time.nanos() - latest < MEMORY;
  }
}
