package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.TraversalProgress;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Requests pages ahead of the caller, and returns them in order. It requests further pages only
 * when it returns one, so that a caller who stops also stops the requests, and never holds more
 * than its parallelism and one. For one thread; any thread may close it.
 */
final class PagePrefetcher implements CallOwner, AutoCloseable {
  private final Listing listing;
  private final boolean gapsAllowed;
  private final ListingDeadline deadline;
  private final int reading;
  private final PageCursor cursor;
  private final Queue<PageTask> ahead = new ConcurrentLinkedQueue<>();
  private final AtomicLong requests = new AtomicLong();
  private final ListingSpan span;
  private final long begin;
  private volatile boolean closed;

  /**
   * A prefetcher that has sent nothing.
   *
   * @param gapsAllowed whether pages may lack members that their figures announce
   * @param reading the number of the reading, from 1
   */
  PagePrefetcher(Listing listing, boolean gapsAllowed, ListingDeadline deadline, int reading) {
    this.listing = listing;
    this.gapsAllowed = gapsAllowed;
    this.deadline = deadline;
    this.reading = reading;
    this.cursor = new PageCursor(listing.options().firstPage(), gapsAllowed);
    this.span = new ListingSpan(listing.source(), listing.time());
    this.begin = listing.time().nanos();
  }

  /**
   * Whether there is another page.
   *
   * @throws IllegalStateException if there is, and this is closed
   */
  boolean hasNext() {
    boolean hasNext = cursor.hasNext();
    if (hasNext) {
      requireNotClosed();
    }
    return hasNext;
  }

  /**
   * Returns the next page and notifies the progress listener. If that fails, no request is in
   * flight any more, and the page is the next one again.
   *
   * @throws IllegalStateException if this or the client is closed
   */
  MembersPage next() {
    int number = cursor.next();
    try {
      requireOpen();
      requireEnd();
      deadline.beforeRequest(cursor::position);
      MembersPage page = head().await(deadline, cursor::position);
      requireOpen();
      ahead.poll();
      span.read(page.members().size());
      requestAhead(page);
      notifyListener(page);
      if (!cursor.hasNext()) {
        span.end(null);
      }
      return page;
    } catch (Throwable e) {
      goBackTo(number, e);
      throw e;
    }
  }

  private void requireOpen() {
    requireNotClosed();
    listing.source().requireOpen();
  }

  /**
   * Checks that members may still be delivered.
   *
   * @throws IllegalStateException if this is closed
   */
  void requireNotClosed() {
    if (closed) {
      throw closed();
    }
  }

  static IllegalStateException closed() {
    return new IllegalStateException("this listing is closed");
  }

  private void requireEnd() {
    if (cursor.isEndless()) {
      throw endless("it grows as fast as it is read");
    }
  }

  /** The exception for a list without an end. */
  MalformedResponseException endless(String why) {
    return new MalformedResponseException(
        Texts.format(
            "The list of %s has no end: %s. %s", listing.subject(), why, cursor.announcements()));
  }

  private PageTask head() {
    // Closing this, on any thread, empties the queue.
    PageTask head = ahead.peek();
    return head == null ? request() : head;
  }

  private PageTask request() {
    PageRequest request = new PageRequest(cursor.nextToRequest(), gapsAllowed, this);
    PageTask task = new PageTask(listing.source(), request);
    span.requesting();
    ahead.add(task);
    task.startOn(listing.threads());
    if (closed) {
      close();
    }
    return task;
  }

  private void requestAhead(MembersPage latest) {
    cursor.advanceTo(latest);
    cancelAfter(cursor.last());
    while (!closed && cursor.canRequest() && hasRoom()) {
      PageTask unused = request();
    }
  }

  /** No page is requested after a failed one, which ends the reading when it is the next. */
  private boolean hasRoom() {
    return ahead.size() < listing.options().parallelism()
        && ahead.stream().noneMatch(PageTask::hasFailed);
  }

  private void notifyListener(MembersPage page) {
    Duration elapsed = Duration.ofNanos(listing.time().nanos() - begin);
    listing
        .options()
        .listener()
        .pageRead(
            TraversalProgress.of(
                reading, page.page(), page.totalPages(), cursor.members(), elapsed));
  }

  /** Cancels what is in flight after a failure, and makes a page the next one. */
  void goBackTo(int page, Throwable failure) {
    cancelAfter(0);
    cursor.goBackTo(page);
    span.end(failure);
  }

  private void cancelAfter(long page) {
    ahead.removeIf(
        task -> {
          boolean after = task.page() > page;
          if (after) {
            task.cancel(true);
          }
          return after;
        });
  }

  /** The number of requests that were sent so far. */
  long requests() {
    return requests.get();
  }

  @Override
  public void sent() {
    requests.incrementAndGet();
  }

  @Override
  public Span<?> span() {
    return span.span();
  }

  @Override
  public Duration left() {
    return deadline.left();
  }

  /** Cancels what is in flight and sends nothing more. */
  @Override
  public void close() {
    close(null);
  }

  /** Closes this after a failure of the listing, if there is one. */
  void close(@Nullable Throwable failure) {
    closed = true;
    cancelAfter(0);
    span.end(failure);
  }
}
