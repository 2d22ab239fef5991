package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.config.Arguments;
import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an audience is read.
 *
 * @param parallelism the maximum of pages in flight at once
 * @param firstPage the page to begin with
 * @param listener is notified of each page
 * @param deadline the maximum time of a reading, or null if there is none
 * @param resumed the check of the failed reading to continue, or null for a new reading
 */
public record ListingOptions(
    int parallelism,
    int firstPage,
    ProgressListener listener,
    @Nullable Duration deadline,
    @Nullable CompletenessCheck resumed) {
  private static final int MAX_PARALLELISM = 32;
  private static final Duration MAX_DEADLINE = Duration.ofDays(7);

  /** One page in flight, from the first page, without a listener. */
  public static final ListingOptions DEFAULT = new ListingOptions(1, 1, progress -> {}, null, null);

  public ListingOptions {
    requireParallelism(parallelism);
    requirePage(firstPage);
    Objects.requireNonNull(listener, "listener");
  }

  public ListingOptions withParallelism(int pages) {
    return new ListingOptions(pages, firstPage, listener, deadline, resumed);
  }

  public ListingOptions withFirstPage(int page) {
    return new ListingOptions(parallelism, page, listener, deadline, null);
  }

  public ListingOptions withListener(ProgressListener progress) {
    return new ListingOptions(parallelism, firstPage, progress, deadline, resumed);
  }

  public ListingOptions withDeadline(Duration max) {
    return new ListingOptions(parallelism, firstPage, listener, requireDeadline(max), resumed);
  }

  /**
   * Options that continue a failed reading.
   *
   * @param subject the audience to read
   * @throws IllegalArgumentException if the report is not one of a failed reading of that audience
   */
  public ListingOptions withResumed(TraversalReport report, String subject) {
    CompletenessCheck failed = CompletenessCheck.carriedBy(report, subject);
    int nextPage = Objects.requireNonNull(report.nextPage());
    return new ListingOptions(parallelism, nextPage, listener, deadline, failed);
  }

  /**
   * The check of the next reading.
   *
   * @param keeping whether the members are kept
   */
  CompletenessCheck newCheck(String subject, boolean keeping) {
    return resumed == null
        ? new CompletenessCheck(subject, firstPage, keeping)
        : new CompletenessCheck(resumed);
  }

  /** A loop or a stream does not know what was delivered before. */
  void requireNotResumed() {
    if (resumed != null) {
      throw new IllegalStateException(
          "a loop or a stream cannot be resumed: use read or readAll, or startingAt");
    }
  }

  void requireRead() {
    if (resumed != null && resumed.kept() != null) {
      throw new IllegalStateException(
          "the report to resume is one of readAll, so only readAll can continue it");
    }
  }

  void requireReadAll(ReadPolicy policy) {
    if (resumed != null && resumed.kept() == null) {
      throw new IllegalStateException(
          "the report to resume is one of read, so only read can continue it: readAll does not"
              + " have the members that were delivered before");
    }
    if (policy.mustBeConsistent()) {
      requireWhole("untilConsistent");
    }
  }

  /**
   * Checks that the whole audience is read.
   *
   * @param what what needs that
   */
  public void requireWhole(String what) {
    if (firstPage > 1 || resumed != null) {
      throw new IllegalStateException(
          what + " reads from the first page: leave out startingAt and resume");
    }
  }

  /** The rule for {@link #parallelism}. */
  public static int requireParallelism(int pages) {
    return Arguments.inRange("parallelism", pages, MAX_PARALLELISM);
  }

  /** The rule for {@link #deadline}. */
  public static Duration requireDeadline(Duration max) {
    Objects.requireNonNull(max, "deadline");
    if (max.isNegative() || max.isZero() || max.compareTo(MAX_DEADLINE) > 0) {
      throw new IllegalArgumentException(
          "deadline must be more than zero and at most 7 days, but was " + max);
    }
    return max;
  }

  static void requirePage(int page) {
    if (page < 1) {
      throw new IllegalArgumentException("page must be 1 or more, but was " + page);
    }
  }
}
