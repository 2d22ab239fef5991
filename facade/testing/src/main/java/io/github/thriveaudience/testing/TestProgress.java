package io.github.thriveaudience.testing;

import io.github.thriveaudience.listing.TraversalProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds a progress as a {@code ProgressListener} is notified of. For one thread. */
public final class TestProgress {
  private final int page;
  private final int totalPages;
  private int reading = 1;
  private @Nullable Long members;
  private Duration elapsed = Duration.ZERO;

  private TestProgress(int page, int totalPages) {
    this.page = Check.atLeast(1, "page", page);
    this.totalPages = Check.atLeast(0, "totalPages", totalPages);
  }

  /**
   * Starts to build the progress of a reading.
   *
   * @param page the number of the latest page, 1 or more
   * @param totalPages the number of pages that it announced, 0 or more
   * @return a builder of the progress of a first reading with 1000 members a page
   * @throws IllegalArgumentException if one is out of range
   */
  public static TestProgress page(int page, int totalPages) {
    return new TestProgress(page, totalPages);
  }

  /**
   * Sets the number of the reading.
   *
   * @param reading 1 or more; default 1
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public TestProgress reading(int reading) {
    this.reading = Check.atLeast(1, "reading", reading);
    return this;
  }

  /**
   * Sets the number of members on the pages so far.
   *
   * @param members 0 or more; default: 1000 for each page, or none if no page was announced
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public TestProgress members(long members) {
    this.members = Check.atLeast(0, "members", members);
    return this;
  }

  /**
   * Sets the time since the reading began.
   *
   * @param elapsed zero or more; default zero
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public TestProgress elapsed(Duration elapsed) {
    this.elapsed = Check.notNegative("elapsed", elapsed);
    return this;
  }

  /**
   * Builds the progress.
   *
   * @return the progress
   * @throws IllegalArgumentException if there are members although the page is beyond the last one
   */
  public TraversalProgress build() {
    long read = members == null ? Math.min(page, totalPages) * 1000L : members;
    Check.that(
        page <= totalPages || read == 0 || reading > 1,
        "members must be 0 where the page is beyond the last: page %d of %d, %d members",
        page,
        totalPages,
        read);
    return TraversalProgress.of(reading, page, totalPages, read, elapsed);
  }
}
