package io.github.thriveaudience.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds responses back until their time, or until the test ends. */
final class Hold {
  private final CountDownLatch released = new CountDownLatch(1);

  void await(Duration time) {
    try {
      boolean unused = released.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) { // the server stops
      Thread.currentThread().interrupt();
    }
  }

  void release() {
    released.countDown();
  }
}
