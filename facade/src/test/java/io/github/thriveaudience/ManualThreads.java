package io.github.thriveaudience;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Threads that do nothing until the test says so. */
final class ManualThreads implements Executor {
  final Deque<Runnable> tasks = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
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
