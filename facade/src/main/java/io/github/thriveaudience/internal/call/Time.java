package io.github.thriveaudience.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The clock and the waits, so that a test can replace both. */
public interface Time extends InstantSource {

  /** The system clock. */
  Time SYSTEM =
      new Time() {
        @Override
        public Instant instant() {
          return Instant.now();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public boolean await(CountDownLatch end, Duration longest) throws InterruptedException {
          return end.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        }
      };

  /** Monotonic nanoseconds from an arbitrary origin. */
  long nanos();

  /**
   * Waits.
   *
   * @param end released to end the wait early
   * @return whether the wait ended early
   */
  boolean await(CountDownLatch end, Duration longest) throws InterruptedException;
}
