package io.github.thriveaudience.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says where an HTTP client does its work. On the way to a connection it resolves a host name and
 * verifies a certificate; that can block, so it is handed to a pool of threads. Once every request
 * has its connection, work is done where it comes up, mostly on the client's own thread: only bytes
 * are left to be stored, and handing over each piece of an answer takes longer than that.
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
