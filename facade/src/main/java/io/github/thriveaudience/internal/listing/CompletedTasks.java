package io.github.thriveaudience.internal.listing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * The tasks that have ended and were not taken, in the order of their ends. Any thread adds, one
 * thread takes.
 *
 * @param <T> a task
 */
public final class CompletedTasks<T> {
  private final Queue<T> tasks = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch next = new CountDownLatch(1);

  public void add(T task) {
    tasks.add(task);
    next.countDown();
  }

  /**
   * Waits for a task and removes it.
   *
   * @param position how far the reading came, as the end of a sentence
   * @throws InterruptedException if the calling thread is interrupted, even before it waits
   * @throws io.github.thriveaudience.error.ThriveTimeoutException if the time ends before
   */
  public T take(ListingDeadline deadline, Supplier<String> position) throws InterruptedException {
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      // Set before the queue is read: a task that is added after that releases this one.
      CountDownLatch added = new CountDownLatch(1);
      next = added;
      deadline.beforeRequest(position);
      T task = tasks.poll();
      if (task != null) {
        return task;
      }
      deadline.await(added, position);
    }
  }
}
