package io.github.thriveaudience.internal.listing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Threads that do nothing until the test says so, but for as many tasks as it says at first. */
public final class ManualThreads implements Executor {
  public final Deque<Runnable> tasks = new ArrayDeque<>();

  private int atOnce = 1;

  /** Lets the next task run at once. */
  public void runNext() {
    atOnce++;
  }

  @Override
  public void execute(Runnable task) {
    if (atOnce > 0) {
      atOnce--;
      task.run();
    } else {
      tasks.add(task);
    }
  }

  public void runFirst() {
    tasks.removeFirst().run();
  }

  public void runLast() {
    tasks.removeLast().run();
  }

  public void runAll() {
    while (!tasks.isEmpty()) {
      runFirst();
    }
  }
}
