package io.github.thriveaudience.wire;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many threads that begin at once. */
final class Crowd {
  private Crowd() {}

  /** Returns when each has done the task, or throws what one of them threw. */
  static void run(ExecutorService threads, int count, Callable<?> task) throws Exception {
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
