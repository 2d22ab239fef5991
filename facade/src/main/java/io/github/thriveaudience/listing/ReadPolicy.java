package io.github.thriveaudience.listing;

import java.time.Duration;

/**
 * What {@code Members.readAll} does when an audience changed while it was read. Immutable and
 * thread-safe.
 */
public final class ReadPolicy {
  private static final int MAX_READS = 20;
  private static final Duration MAX_WAIT = Duration.ofDays(1);
  private static final ReadPolicy ONCE = new ReadPolicy(1, false, Duration.ofSeconds(5));

  private final int maxReads;
  private final boolean mustBeConsistent;
  private final Duration wait;

  private ReadPolicy(int maxReads, boolean mustBeConsistent, Duration wait) {
    this.maxReads = maxReads;
    this.mustBeConsistent = mustBeConsistent;
    this.wait = wait;
  }

  /**
   * Reads once, whatever the verdict. The report of the snapshot says what it is worth.
   *
   * @return the policy
   */
  public static ReadPolicy once() {
    return ONCE;
  }

  /**
   * Reads from the beginning until the verdict is {@code CONSISTENT}, and fails if it never is.
   * Before each reading but the first it waits for 5 seconds, so that a change that is in progress
   * can end; see {@link #withWait}.
   *
   * @param maxReads the maximum number of readings, including the first, 1 to 20
   * @return the policy
   * @throws IllegalArgumentException if it is out of range
   */
  public static ReadPolicy untilConsistent(int maxReads) {
    if (maxReads < 1 || maxReads > MAX_READS) {
      throw new IllegalArgumentException(
          "maxReads must be 1 to " + MAX_READS + ", but was " + maxReads);
    }
    return new ReadPolicy(maxReads, true, ONCE.wait);
  }

  /**
   * Sets how long to wait before each reading but the first. The wait ends early, with an
   * exception, when the client is closed, the thread is interrupted or the deadline of the listing
   * would pass.
   *
   * @param wait zero, for none, to a day; default 5 seconds
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public ReadPolicy withWait(Duration wait) {
    if (wait.isNegative() || wait.compareTo(MAX_WAIT) > 0) {
      throw new IllegalArgumentException("wait must be zero to one day, but was " + wait);
    }
    return new ReadPolicy(maxReads, mustBeConsistent, wait);
  }

  /**
   * How long to wait before each reading but the first.
   *
   * @return the wait, zero to a day
   */
  public Duration waitBetweenReads() {
    return wait;
  }

  /**
   * The maximum number of readings.
   *
   * @return the maximum, including the first reading, 1 to 20
   */
  public int maxReads() {
    return maxReads;
  }

  /**
   * Whether {@code Members.readAll} throws if no reading is consistent.
   *
   * @return false for {@link #once()}, true for {@link #untilConsistent}
   */
  public boolean mustBeConsistent() {
    return mustBeConsistent;
  }

  @Override
  public String toString() {
    return mustBeConsistent
        ? "ReadPolicy[untilConsistent=" + maxReads + ", wait=" + wait + "]"
        : "ReadPolicy[once]";
  }
}
