package io.github.thriveaudience.wire;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Runs tasks on many threads at once. */
final class ConcurrentTasks {
  private ConcurrentTasks() {}

  /** Runs the task this many times. Returns when all have ended; throws if one failed. */
  static void runAll(ExecutorService threads, int count, Callable<?> task) throws Exception {
    CountDownLatch ready = new CountDownLatch(count);
    List<Future<Object>> results =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    threads.<Object>submit(
                        () -> {
                          ready.countDown();
                          ready.await();
                          return task.call();
                        }))
            .toList();
    for (Future<Object> result : results) {
      result.get();
    }
  }
}
