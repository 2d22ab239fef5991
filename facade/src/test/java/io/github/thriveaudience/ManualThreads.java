package io.github.thriveaudience;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Threads that do nothing until the test says so, but for as many tasks as it says at first. */
final class ManualThreads implements Executor {
  final Deque<Runnable> tasks = new ArrayDeque<>();

  private int atOnce = 1;

  /** Lets the next task run at once. */
  void runNext() {
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

  void runFirst() {
    tasks.removeFirst().run();
  }

  void runLast() {
    tasks.removeLast().run();
  }

  void runAll() {
    while (!tasks.isEmpty()) {
      runFirst();
    }
  }
}
