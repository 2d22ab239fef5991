package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.TraversalProgress;
import io.github.thriveaudience.listing.TraversalReport;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The pages of an audience in their order, and a listener that hears of each. For one thread. */
public final class PageTraversal implements AutoCloseable {
  private final PagePrefetcher window;
  private final ListingOptions options;
  private final Time time;
  private final long begin;

  /**
   * A traversal.
   *
   * @param gapsAllowed whether pages may lack members that their figures announce
   * @param deadline when the reading that this is a part of must have ended
   */
  public PageTraversal(
      PageSource source,
      Executor threads,
      Time time,
      ListingOptions options,
      boolean gapsAllowed,
      ListingDeadline deadline) {
    this.window =
        new PagePrefetcher(
            source,
            threads,
            options.firstPage(),
            gapsAllowed,
            new ConcurrencyLimit(options.parallelism()),
            deadline);
    this.options = options;
    this.time = time;
    this.begin = time.nanos();
  }

  /**
   * Whether there is another page.
   *
   * @throws IllegalStateException if there is, and this is closed
   */
  boolean hasNext() {
    return window.hasNext();
  }

  /**
   * The next page.
   *
   * @throws IllegalStateException if this or the client is closed
   */
  public MembersPage next() {
    MembersPage page = window.next();
    try {
      report(page);
    } catch (Throwable e) {
      goBackTo(page.page());
      throw e;
    }
    return page;
  }

  private void report(MembersPage page) {
    options
        .listener()
        .pageRead(
            TraversalProgress.of(
                page.page(),
                page.totalPages(),
                window.plan().members(),
                Duration.ofNanos(time.nanos() - begin)));
  }

  /** Drops what is under way: this page is the next one. */
  void goBackTo(int page) {
    window.goBackTo(page);
  }

  /**
   * Makes sure that what a reader still holds may be delivered.
   *
   * @throws IllegalStateException if this is closed
   */
  void requireNotClosed() {
    window.requireNotClosed();
  }

  /** The reading that these pages are for has failed. */
  void failed(TraversalReport report, Throwable failure) {
    FailedReading.report(report, failure, options.listener());
  }

  /** The exception of a list that does not end. */
  MalformedResponseException endless(String why) {
    return window.endless(why);
  }

  /** The requests that were sent so far. */
  long requests() {
    return window.requests();
  }

  @Override
  public void close() {
    window.close();
  }
}
