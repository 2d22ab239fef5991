package io.github.thriveaudience.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time, and waiting for it to pass, so that a test can do both without waiting. */
public interface Time extends InstantSource {

  /** The system's. */
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

  /** Nanoseconds from any point, which never go back. */
  long nanos();

  /**
   * Waits.
   *
   * @param end what ends the wait early
   * @return whether it did
   */
  boolean await(CountDownLatch end, Duration longest) throws InterruptedException;
}
