package io.github.thriveaudience.listing;

import java.time.Duration;

/**
 * What to do when an audience turns out to have changed while it was read. Immutable and
 * thread-safe.
 */
public final class ReadPolicy {
  private static final int MOST_READS = 20;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
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
   * Reads once and takes what comes; the report says what it is worth.
   *
   * @return the policy
   */
  public static ReadPolicy once() {
    return ONCE;
  }

  /**
   * Reads from the beginning until the verdict is {@code CONSISTENT}, and fails if it never is.
   * Before each reading but the first it waits for 5 seconds, so that what goes on can come to its
   * end; see {@link #withWait}.
   *
   * @param maxReads how often to read at the most, the first time included, 1 to 20
   * @return the policy
   * @throws IllegalArgumentException if it is out of range
   */
  public static ReadPolicy untilConsistent(int maxReads) {
    if (maxReads < 1 || maxReads > MOST_READS) {
      throw new IllegalArgumentException(
          "maxReads must be 1 to " + MOST_READS + ", but was " + maxReads);
    }
    return new ReadPolicy(maxReads, true, ONCE.wait);
  }

  /**
   * Sets how long to wait before each reading but the first. Closing the client, interrupting the
   * thread and the deadline of the reading end the wait.
   *
   * @param wait zero, for none, to a day; default 5 seconds
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public ReadPolicy withWait(Duration wait) {
    if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
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
   * How often an audience is read.
   *
   * @return the maximum, the first time included, 1 to 20
   */
  public int maxReads() {
    return maxReads;
  }

  /**
   * Whether a reading that is not consistent is an exception.
   *
   * @return false for {@link #once()}
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
