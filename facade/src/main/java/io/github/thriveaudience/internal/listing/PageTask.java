package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A page that is read on another thread. */
final class PageTask extends FutureTask<MembersPage> {
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

  /** Starts to read the page; if there is no thread for it, this has failed. */
  void startOn(Executor threads) {
    try {
      threads.execute(this);
    } catch (Throwable e) {
      setException(e);
    }
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
      throw withCaller(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  /** Appends the trace of the calling thread, which the other thread's trace lacks. */
  private static RuntimeException withCaller(Throwable failure) {
    failure.setStackTrace(
        Stream.of(failure.getStackTrace(), new Throwable().getStackTrace())
            .flatMap(Stream::of)
            .toArray(StackTraceElement[]::new));
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }
}
