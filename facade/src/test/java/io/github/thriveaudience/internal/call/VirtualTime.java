package io.github.thriveaudience.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/**
 * Runs threads in virtual time, which advances to the next wake-up as soon as all threads wait. A
 * minute of many threads takes milliseconds, with the same interleavings as in real time.
 */
public final class VirtualTime implements Time {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private final List<Waiting> waiting = new ArrayList<>();
  private int running;
  private long nanos;

  private record Waiting(long until, CountDownLatch early) {
    boolean isOver(long now) {
      return now >= until || early.getCount() == 0;
    }
  }

  /** Runs the task on this many threads at once, and returns the results. */
  public <T> List<T> runAll(int count, Callable<T> task) throws Exception {
    List<FutureTask<T>> tasks = new ArrayList<>();
    synchronized (this) {
      running = count;
      for (int i = 0; i < count; i++) {
        FutureTask<T> one = new FutureTask<>(() -> runToItsEnd(task));
        tasks.add(one);
        new Thread(one).start();
      }
    }
    List<T> results = new ArrayList<>();
    for (FutureTask<T> one : tasks) {
      results.add(one.get());
    }
    return results;
  }

  private <T> T runToItsEnd(Callable<T> task) throws Exception {
    try {
      return task.call();
    } finally {
      synchronized (this) {
        running--;
        moveOn();
      }
    }
  }

  /** Waits for this long. */
  public void pass(Duration time) {
    try {
      boolean unused = await(NEVER, time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(nanos());
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized boolean await(CountDownLatch end, Duration longest)
      throws InterruptedException {
    Waiting mine = new Waiting(nanos + longest.toNanos(), end);
    waiting.add(mine);
    running--;
    moveOn();
    try {
      while (!mine.isOver(nanos)) {
        wait();
      }
    } finally {
      waiting.remove(mine);
      running++;
    }
    return end.getCount() == 0;
  }

  private void moveOn() {
    if (running == 0 && waiting.stream().noneMatch(one -> one.isOver(nanos))) {
      nanos = waiting.stream().mapToLong(Waiting::until).min().orElse(nanos);
    }
    if (running == 0) {
      notifyAll();
    }
  }
}
