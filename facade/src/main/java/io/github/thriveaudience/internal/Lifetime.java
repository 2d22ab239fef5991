package io.github.thriveaudience.internal;

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

  void end() {
    end.countDown();
  }

  boolean isOver() {
    return end.getCount() == 0;
  }

  /** What ends a wait when this ends. */
  CountDownLatch latch() {
    return end;
  }

  /**
   * Makes sure that this has not ended.
   *
   * @throws IllegalStateException if it has
   */
  void requireOpen() {
    if (isOver()) {
      throw closed();
    }
  }

  IllegalStateException closed() {
    return new IllegalStateException(closed);
  }
}
