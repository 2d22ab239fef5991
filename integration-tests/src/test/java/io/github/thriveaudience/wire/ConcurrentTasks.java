package io.github.thriveaudience.wire;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Runs tasks on many threads at once, and waits for conditions. */
final class ConcurrentTasks {
  private ConcurrentTasks() {}

  /**
   * Runs the task this many times and ends the threads. Returns when all tasks have ended; throws
   * if one failed.
   */
  static void runAll(ExecutorService threads, int count, Callable<?> task) throws Exception {
    try {
      CountDownLatch ready = new CountDownLatch(count);
      List<Future<Object>> results =
          IntStream.range(0, count).mapToObj(i -> threads.submit(waiting(ready, task))).toList();
      for (Future<Object> result : results) {
        result.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Object> waiting(CountDownLatch ready, Callable<?> task) {
    return () -> {
      ready.countDown();
      ready.await();
      return task.call();
    };
  }

  /** An executor of virtual threads, which exist since Java 21. */
  static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  /** Returns when the condition is true. */
  static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
