package io.github.thriveaudience.wire;

import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP client that a user gives, without a connect timeout. It counts its tasks. */
final class CustomHttpClient implements AutoCloseable {
  final AtomicInteger tasks = new AtomicInteger();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  final HttpClient http = HttpClient.newBuilder().executor(this::execute).build();

  private void execute(Runnable task) {
    tasks.incrementAndGet();
    threads.execute(task);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
