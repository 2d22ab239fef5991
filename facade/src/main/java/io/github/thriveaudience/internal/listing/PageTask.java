package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** A page that is read on another thread. */
final class PageTask extends BackgroundTask<MembersPage> {
  private final int page;
  private final PageSource source;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean failed;

  PageTask(PageSource source, PageRequest request) {
    super(() -> source.read(request));
    this.page = request.page();
    this.source = source;
  }

  /** Reads a single page on another thread, because the calling one waits until the deadline. */
  static MembersPage read(Listing listing, int page) {
    Supplier<String> position = () -> "page " + page;
    listing.source().requireOpen();
    ListingDeadline deadline = new ListingDeadline(listing);
    deadline.beforeRequest(position);
    PageTask task = new PageTask(listing.source(), new PageRequest(page, false, deadline));
    task.startOn(listing.threads());
    try {
      return task.await(deadline, position);
    } finally {
      task.cancel(true);
    }
  }

  int page() {
    return page;
  }

  boolean hasFailed() {
    return failed;
  }

  @Override
  protected void setException(Throwable failure) {
    failed = true;
    super.setException(failure);
  }

  @Override
  protected void done() {
    done.countDown();
  }

  /**
   * Waits for the page.
   *
   * @param position how far the reading came, as the end of a sentence
   * @throws RuntimeException what reading the page threw
   */
  MembersPage await(ListingDeadline deadline, Supplier<String> position) {
    try {
      deadline.await(done, position);
      return get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ThriveInterruptedException(
          Texts.format(
              "The thread was interrupted while it waited for page %d of %s.",
              page, source.subject()),
          e);
    } catch (CancellationException e) {
      throw PagePrefetcher.closed();
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }
}
