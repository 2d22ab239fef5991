package io.github.thriveaudience.internal.call;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Whether a client is open or closed. Thread-safe. */
public final class Lifetime {
  /** The message of the exceptions of a closed client. */
  public static final String CLOSED_CLIENT = "this client is closed";

  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Runnable> atEnd = new CopyOnWriteArrayList<>();
  private final String closed;

  /**
   * The lifetime of an open client.
   *
   * @param closed the message of the exception after the end, such as {@link #CLOSED_CLIENT}
   */
  public Lifetime(String closed) {
    this.closed = closed;
  }

  public void end() {
    end.countDown();
    atEnd.forEach(Runnable::run);
  }

  /** Runs an action at the end, to be registered before the client is used. */
  public void onEnd(Runnable action) {
    atEnd.add(action);
  }

  public boolean isOver() {
    return end.getCount() == 0;
  }

  /** Released when this ends. */
  CountDownLatch latch() {
    return end;
  }

  /**
   * Checks that this has not ended.
   *
   * @throws IllegalStateException if it has
   */
  public void requireOpen() {
    if (isOver()) {
      throw closed();
    }
  }

  public IllegalStateException closed() {
    return new IllegalStateException(closed);
  }
}
