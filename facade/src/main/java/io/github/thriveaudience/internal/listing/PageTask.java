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
public final class PageTask extends FutureTask<MembersPage> {
  private final int page;
  private final PageSource source;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean failed;

  PageTask(PageSource source, PageRequest request) {
    super(() -> source.read(request));
    this.page = request.page();
    this.source = source;
  }

  /** Reads a page by itself, on another thread, since this one must not wait for too long. */
  public static MembersPage read(
      PageSource source, PageRequest request, Executor threads, ListingDeadline deadline) {
    source.requireOpen();
    deadline.begin();
    PageTask task = new PageTask(source, request);
    task.startOn(threads);
    try {
      return task.await(deadline, () -> "page " + request.page());
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

  /** Has the page read; if there is no thread for it, it has failed. */
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
      if (!deadline.await(done)) {
        throw deadline.exceeded(source.subject(), position.get());
      }
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
      throw here(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  /** Lets the trace lead on to the caller, who would otherwise be missing from it. */
  private static RuntimeException here(Throwable failure) {
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
