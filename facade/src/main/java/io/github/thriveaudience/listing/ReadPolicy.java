package io.github.thriveaudience.listing;

/** What to do when an audience turns out to have changed while it was read. Immutable. */
public final class ReadPolicy {
  private static final int MOST_READS = 20;
  private static final ReadPolicy ONCE = new ReadPolicy(1, false);

  private final int maxReads;
  private final boolean mustBeConsistent;

  private ReadPolicy(int maxReads, boolean mustBeConsistent) {
    this.maxReads = maxReads;
    this.mustBeConsistent = mustBeConsistent;
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
   * Reads from the beginning, again and at once, until the verdict is {@code CONSISTENT}, and fails
   * if it never is.
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
    return new ReadPolicy(maxReads, true);
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
    return mustBeConsistent ? "ReadPolicy[untilConsistent=" + maxReads + "]" : "ReadPolicy[once]";
  }
}
