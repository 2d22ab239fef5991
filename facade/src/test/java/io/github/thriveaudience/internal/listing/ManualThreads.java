package io.github.thriveaudience.internal.listing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Threads that run the first task at once, and each other one when the test says so. */
public final class ManualThreads implements Executor {
  public final Deque<Runnable> tasks = new ArrayDeque<>();

  private int immediate = 1;

  /** Runs the next task at once. */
  public void runNextAtOnce() {
    immediate++;
  }

  @Override
  public void execute(Runnable task) {
    if (immediate > 0) {
      immediate--;
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
