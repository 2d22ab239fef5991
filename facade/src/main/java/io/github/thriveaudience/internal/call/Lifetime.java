package io.github.thriveaudience.internal.call;

import java.util.concurrent.CountDownLatch;

/** How long a client, or what else a user closes, can be used. Thread-safe. */
public final class Lifetime {
  private final CountDownLatch end = new CountDownLatch(1);
  private final String closed;

  /**
   * A lifetime that has not ended.
   *
   * @param closed what to say to who uses it later, such as {@code this client is closed}
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

  /** What ends a wait when this ends. */
  public CountDownLatch latch() {
    return end;
  }

  /**
   * Makes sure that this has not ended.
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
