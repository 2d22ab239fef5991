package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.AttemptListener;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads pages ahead of the caller and hands them out in their order. Pages are asked for only when
 * one is handed out, so that a caller who stops taking them stops the asking, and never so many
 * that more than the width of the window wait to be taken. For one thread; any may close it.
 */
public final class PagePrefetcher implements AutoCloseable {
  private final PageSource source;
  private final Executor threads;
  private final PageCursor plan;
  private final ConcurrencyLimit width;
  private final ListingDeadline deadline;
  private final boolean gapsAllowed;
  private final Queue<PageTask> ahead = new ConcurrentLinkedQueue<>();
  private final AtomicLong requests = new AtomicLong();
  private final AttemptListener listener = new Listener();
  private volatile boolean closed;

  /**
   * A window.
   *
   * @param gapsAllowed whether a page may lack members that its figures announce
   */
  PagePrefetcher(
      PageSource source,
      Executor threads,
      int firstPage,
      boolean gapsAllowed,
      ConcurrencyLimit width,
      ListingDeadline deadline) {
    this.source = source;
    this.threads = threads;
    this.plan = new PageCursor(firstPage, gapsAllowed);
    this.width = width;
    this.deadline = deadline;
    this.gapsAllowed = gapsAllowed;
  }

  /**
   * Whether there is another page.
   *
   * @throws IllegalStateException if there is, and this is closed
   */
  boolean hasNext() {
    boolean more = plan.hasMore();
    if (more) {
      requireNotClosed();
    }
    return more;
  }

  /**
   * The next page. If it fails, nothing is under way any more, and it is the next one again.
   *
   * @throws IllegalStateException if this or the client is closed
   */
  MembersPage next() {
    requireOpen();
    requireEnd();
    requireInTime();
    // Closing this, on any thread, empties the queue.
    PageTask waiting = ahead.peek();
    PageTask head = waiting == null ? ask() : waiting;
    try {
      MembersPage page = head.await(deadline, plan::position);
      requireOpen();
      ahead.poll();
      askAhead(page);
      return page;
    } catch (Throwable e) {
      goBackTo(head.page());
      throw e;
    }
  }

  private void requireEnd() {
    if (plan.isEndless()) {
      throw endless("it grows as fast as it is read");
    }
  }

  private void requireInTime() {
    deadline.begin();
    if (deadline.isOver()) {
      cancelAll();
      plan.goBack();
      throw deadline.exceeded(source.subject(), plan.position());
    }
  }

  private PageTask ask() {
    PageTask task = new PageTask(source, new PageRequest(plan.next(), gapsAllowed, listener));
    ahead.add(task);
    task.startOn(threads);
    if (closed) {
      cancelAll();
    }
    return task;
  }

  /** Drops what is under way: this page is the next one. */
  void goBackTo(int page) {
    cancelAll();
    plan.goBackTo(page);
  }

  /** Where this stands. */
  PageCursor plan() {
    return plan;
  }

  /** The exception of a list that does not end. */
  MalformedResponseException endless(String why) {
    return new MalformedResponseException(
        Texts.format("The list of %s has no end: %s. %s", source.subject(), why, plan.figures()));
  }

  /** The requests that were sent so far. */
  long requests() {
    return requests.get();
  }

  /** Ends what is under way and starts nothing more. */
  @Override
  public void close() {
    closed = true;
    cancelAll();
  }

  static IllegalStateException closed() {
    return new IllegalStateException("this traversal is closed");
  }

  private void askAhead(MembersPage latest) {
    plan.learn(latest);
    width.delivered();
    ahead.removeIf(task -> !plan.wants(task.page()) && dropped(task));
    while (!closed && plan.hasNext() && hasRoom()) {
      PageTask unused = ask();
    }
  }

  private static boolean dropped(PageTask task) {
    task.cancel(true);
    return true;
  }

  /** What is known to fail ends the traversal when its turn comes: nothing is wanted after it. */
  private boolean hasRoom() {
    return ahead.size() < width.most()
        && ahead.stream().noneMatch(PageTask::hasFailed)
        && ahead.stream().filter(task -> !task.isDone()).count() < width.current();
  }

  private void cancelAll() {
    for (PageTask task = ahead.poll(); task != null; task = ahead.poll()) {
      task.cancel(true);
    }
  }

  private void requireOpen() {
    requireNotClosed();
    source.requireOpen();
  }

  void requireNotClosed() {
    if (closed) {
      throw closed();
    }
  }

  /** Counts requests, and makes way for a server that is asked too much. */
  private final class Listener implements AttemptListener {
    @Override
    public void begin(Duration longest) throws InterruptedException, TimeoutException {
      width.enter(longest);
    }

    @Override
    public void end() {
      width.leave();
    }

    @Override
    public void sent() {
      requests.incrementAndGet();
    }

    @Override
    public void failed(ThriveException failure) {
      if (failure instanceof RateLimitedException) {
        width.narrow();
      }
    }
  }
}
