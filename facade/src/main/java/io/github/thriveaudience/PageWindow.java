package io.github.thriveaudience;

import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.AttemptListener;
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
final class PageWindow implements AutoCloseable {
  private final PageSource source;
  private final Executor threads;
  private final PagePlan plan;
  private final WindowWidth width;
  private final Queue<PageTask> ahead = new ConcurrentLinkedQueue<>();
  private final AtomicLong requests = new AtomicLong();
  private final AttemptListener listener = new Listener();
  private volatile boolean closed;

  PageWindow(PageSource source, Executor threads, PagePlan plan, WindowWidth width) {
    this.source = source;
    this.threads = threads;
    this.plan = plan;
    this.width = width;
  }

  boolean hasNext() {
    return !ahead.isEmpty() || plan.hasNext();
  }

  /**
   * The next page. If it fails, nothing is under way any more, and it is the next one again.
   *
   * @throws IllegalStateException if this or the client is closed
   */
  MembersPage next() {
    requireOpen();
    PageTask head = ahead.isEmpty() ? ask() : ahead.element();
    try {
      MembersPage page = head.await(source);
      requireOpen();
      ahead.poll();
      askAhead(page);
      return page;
    } catch (Throwable e) {
      goBackTo(head.page());
      throw e;
    }
  }

  private PageTask ask() {
    PageTask task = new PageTask(plan.next(), page -> source.read(page, listener));
    ahead.add(task);
    try {
      threads.execute(task);
    } catch (Throwable e) {
      task.cannotBegin(e);
    }
    return task;
  }

  /** Drops what is under way: this page is the next one. */
  void goBackTo(int page) {
    cancelAll();
    plan.goBackTo(page);
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
    if (closed) {
      cancelAll();
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
    if (closed) {
      throw closed();
    }
    source.requireOpen();
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
