package io.github.thriveaudience.internal.call;

import java.util.concurrent.CountDownLatch;

/** Whether a client is open or closed. Thread-safe. */
public final class Lifetime {
  private final CountDownLatch end = new CountDownLatch(1);
  private final String closed;

  /**
   * The lifetime of an open client.
   *
   * @param closed the message of the exception after the end, such as {@code this client is closed}
   */
  public Lifetime(String closed) {
    this.closed = closed;
  }

  public void end() {
    end.countDown();
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
