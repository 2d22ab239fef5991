package io.github.thriveaudience.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says where an HTTP client does its work. On the way to a connection it resolves a host name and
 * verifies a certificate; that can block, so it is handed to a pool of threads. Once every request
 * has its connection, work is done where it comes up, mostly on the client's own thread: only bytes
 * are left to be stored, and handing over each piece of an answer takes longer than that.
 *
 * <p>One case escapes it: when a connection that was kept open turns out to be dead, the JDK makes
 * another one before it asks whether the request may be sent again, which it may not. It does so
 * where it noticed, so that a name which takes long to resolve holds up the other calls of this
 * client for as long, or until their own deadlines.
 */
public final class HandOff implements Executor {
  private final AtomicInteger connecting = new AtomicInteger();

  private final ExecutorService pool = DaemonThreads.pool("thrive-http");

  @Override
  public void execute(Runnable task) {
    if (connecting.get() > 0) {
      pool.execute(task);
    } else {
      task.run();
    }
  }

  /** Works on a thread of the pool, which is interrupted when the result is cancelled. */
  <T> CompletableFuture<T> start(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Future<?> task = pool.submit(() -> complete(result, work));
    CompletableFuture<T> unused =
        result.whenComplete(
            (value, failure) -> {
              if (result.isCancelled()) {
                task.cancel(true);
              }
            });
    return result;
  }

  private static <T> void complete(CompletableFuture<T> result, Callable<T> work) {
    try {
      result.complete(work.call());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  /** Notes a request that has no connection yet; {@link #connected} must follow. */
  void connecting() {
    connecting.incrementAndGet();
  }

  void connected() {
    connecting.decrementAndGet();
  }

  void shutDown() {
    pool.shutdown();
  }
}
