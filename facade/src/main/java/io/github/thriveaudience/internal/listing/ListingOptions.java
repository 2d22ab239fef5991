package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.ReadPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an audience is to be read.
 *
 * @param parallelism the most pages under way at once
 * @param firstPage the page to begin with
 * @param listener hears of each page
 * @param deadline what a reading may take, or null for any time
 * @param resumed the reading to go on with, or null for a new one
 */
public record ListingOptions(
    int parallelism,
    int firstPage,
    ProgressListener listener,
    @Nullable Duration deadline,
    @Nullable CompletenessCheck resumed) {
  private static final int MOST_PARALLELISM = 32;
  private static final Duration LONGEST_DEADLINE = Duration.ofDays(7);

  /** One page ahead, from the first page, and nobody hears of it. */
  public static final ListingOptions DEFAULT = new ListingOptions(1, 1, progress -> {}, null, null);

  public ListingOptions {
    if (parallelism < 1 || parallelism > MOST_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism must be 1 to " + MOST_PARALLELISM + ", but was " + parallelism);
    }
    requirePage(firstPage);
    Objects.requireNonNull(listener, "listener");
  }

  public ListingOptions withParallelism(int pages) {
    return new ListingOptions(pages, firstPage, listener, deadline, resumed);
  }

  /** A new reading. */
  public ListingOptions withFirstPage(int page) {
    return new ListingOptions(parallelism, page, listener, deadline, null);
  }

  public ListingOptions withListener(ProgressListener progress) {
    return new ListingOptions(parallelism, firstPage, progress, deadline, resumed);
  }

  public ListingOptions withDeadline(Duration longest) {
    if (longest.isNegative() || longest.isZero() || longest.compareTo(LONGEST_DEADLINE) > 0) {
      throw new IllegalArgumentException(
          "deadline must be more than zero and at most 7 days, but was " + longest);
    }
    return new ListingOptions(parallelism, firstPage, listener, longest, resumed);
  }

  public ListingOptions withResumed(CompletenessCheck before, int nextPage) {
    return new ListingOptions(parallelism, nextPage, listener, deadline, before);
  }

  /**
   * What checks the next reading.
   *
   * @param keeping whether it keeps the members
   */
  public CompletenessCheck newCheck(String subject, boolean keeping) {
    return resumed == null
        ? new CompletenessCheck(subject, firstPage, keeping ? new ArrayList<>() : null)
        : resumed.resumed();
  }

  /** A loop or a stream knows nothing of what was delivered before. */
  public void requireNotResumed() {
    if (resumed != null) {
      throw new IllegalStateException(
          "a loop or a stream cannot be resumed: use read or readAll, or startingAt");
    }
  }

  public void requireReadable() {
    if (resumed != null && resumed.kept() != null) {
      throw new IllegalStateException(
          "the report to resume is one of readAll, so only readAll can go on from it");
    }
  }

  public void requireReadableAtOnce(ReadPolicy policy) {
    if (resumed != null && resumed.kept() == null) {
      throw new IllegalStateException(
          "the report to resume is one of read, so only read can go on from it: readAll does not"
              + " have the members that were delivered before");
    }
    if (policy.mustBeConsistent() && (firstPage > 1 || resumed != null)) {
      throw new IllegalStateException(
          "untilConsistent reads from the first page: leave out startingAt and resume");
    }
  }

  public static void requirePage(int page) {
    if (page < 1) {
      throw new IllegalArgumentException("page must be 1 or more, but was " + page);
    }
  }
}
