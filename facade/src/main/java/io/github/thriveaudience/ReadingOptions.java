package io.github.thriveaudience;

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
record ReadingOptions(
    int parallelism,
    int firstPage,
    ProgressListener listener,
    @Nullable Duration deadline,
    @Nullable Completeness resumed) {
  private static final int MOST_PARALLELISM = 32;
  private static final Duration LONGEST_DEADLINE = Duration.ofDays(7);

  /** One page ahead, from the first page, and nobody hears of it. */
  static final ReadingOptions DEFAULT = new ReadingOptions(1, 1, progress -> {}, null, null);

  ReadingOptions {
    if (parallelism < 1 || parallelism > MOST_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism must be 1 to " + MOST_PARALLELISM + ", but was " + parallelism);
    }
    requirePage(firstPage);
    Objects.requireNonNull(listener, "listener");
  }

  ReadingOptions withParallelism(int pages) {
    return new ReadingOptions(pages, firstPage, listener, deadline, resumed);
  }

  /** A new reading. */
  ReadingOptions withFirstPage(int page) {
    return new ReadingOptions(parallelism, page, listener, deadline, null);
  }

  ReadingOptions withListener(ProgressListener progress) {
    return new ReadingOptions(parallelism, firstPage, progress, deadline, resumed);
  }

  ReadingOptions withDeadline(Duration longest) {
    if (longest.isNegative() || longest.isZero() || longest.compareTo(LONGEST_DEADLINE) > 0) {
      throw new IllegalArgumentException(
          "deadline must be more than zero and at most 7 days, but was " + longest);
    }
    return new ReadingOptions(parallelism, firstPage, listener, longest, resumed);
  }

  ReadingOptions withResumed(Completeness before, int nextPage) {
    return new ReadingOptions(parallelism, nextPage, listener, deadline, before);
  }

  /**
   * What checks the next reading.
   *
   * @param keeping whether it keeps the members
   */
  Completeness newCheck(String subject, boolean keeping) {
    return resumed == null
        ? new Completeness(subject, firstPage, keeping ? new ArrayList<>() : null)
        : resumed.resumed();
  }

  /** A loop or a stream knows nothing of what was delivered before. */
  void requireNotResumed() {
    if (resumed != null) {
      throw new IllegalStateException(
          "a loop or a stream cannot be resumed: use read or readAll, or startingAt");
    }
  }

  void requireReadable() {
    if (resumed != null && resumed.kept() != null) {
      throw new IllegalStateException(
          "the report to resume is one of readAll, so only readAll can go on from it");
    }
  }

  void requireReadableAtOnce(ReadPolicy policy) {
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

  static void requirePage(int page) {
    if (page < 1) {
      throw new IllegalArgumentException("page must be 1 or more, but was " + page);
    }
  }
}
