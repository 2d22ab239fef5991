package io.github.thriveaudience;

import io.github.thriveaudience.internal.Time;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.TraversalProgress;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The pages of an audience in their order, and a listener that hears of each. For one thread. */
final class PageTraversal implements AutoCloseable {
  private final PageWindow window;
  private final ReadingOptions options;
  private final Time time;
  private final long begin;
  private long members;

  PageTraversal(PageSource source, Executor threads, Time time, ReadingOptions options) {
    this.window =
        new PageWindow(
            source,
            threads,
            new PagePlan(options.firstPage()),
            new WindowWidth(options.parallelism()));
    this.options = options;
    this.time = time;
    this.begin = time.nanos();
  }

  boolean hasNext() {
    return window.hasNext();
  }

  MembersPage next() {
    MembersPage page = window.next();
    try {
      report(page);
    } catch (Throwable e) {
      goBackTo(page.page());
      throw e;
    }
    members += page.members().size();
    return page;
  }

  private void report(MembersPage page) {
    options
        .listener()
        .pageRead(
            new TraversalProgress(
                page.page(),
                page.totalPages(),
                members + page.members().size(),
                Duration.ofNanos(time.nanos() - begin)));
  }

  /** Drops what is under way: this page is the next one. */
  void goBackTo(int page) {
    window.goBackTo(page);
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
