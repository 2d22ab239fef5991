package io.github.thriveaudience.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When the call of this thread must have ended, who hears of its requests, and whether it has
 * renewed its token. Feign runs a call on the caller's thread and has no place for it, so it is
 * kept beside the thread while the call lasts.
 */
final class Deadline {
  private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

  private final @Nullable Deadline outer;
  private final Time time;
  private final long end;
  private final AttemptListener listener;
  private boolean renewed;
  private boolean repeat;

  private Deadline(
      @Nullable Deadline outer, Time time, Duration longest, AttemptListener listener) {
    this.outer = outer;
    this.time = time;
    this.end = time.nanos() + longest.toNanos();
    this.listener = listener;
  }

  /** Begins a call; {@link #finish} must follow. */
  static Deadline begin(Time time, Duration longest, AttemptListener listener) {
    Deadline deadline = new Deadline(CURRENT.get(), time, longest, listener);
    CURRENT.set(deadline);
    return deadline;
  }

  void finish() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /** What is left of the call of this thread, and no more than this. */
  static Duration atMost(Duration longest) {
    Deadline deadline = CURRENT.get();
    Duration left = deadline == null ? longest : deadline.left();
    return left.compareTo(longest) < 0 ? left : longest;
  }

  /** Tells the listener of this thread's call that a request goes out. */
  static void sending() {
    Deadline deadline = CURRENT.get();
    if (deadline != null) {
      deadline.listener.sent();
    }
  }

  /** Whether the call of this thread may renew its token and be repeated: once. */
  static boolean renewOnce() {
    Deadline deadline = CURRENT.get();
    if (deadline == null || deadline.renewed) {
      return false;
    }
    deadline.renewed = true;
    deadline.repeat = true;
    return true;
  }

  /** Whether the last attempt had its token renewed. */
  boolean takeRepeat() {
    boolean taken = repeat;
    repeat = false;
    return taken;
  }

  /** Zero or more. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - time.nanos()));
  }

  boolean allows(Duration wait) {
    return wait.compareTo(left()) < 0;
  }
}
