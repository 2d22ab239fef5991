package io.github.thriveaudience;

import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A clock that stands until an event, and is an hour later from then on. */
record TimeThatPassesAfter(CountDownLatch happened) implements Time {
  @Override
  public Instant instant() {
    return Instant.EPOCH;
  }

  @Override
  public long nanos() {
    return happened.getCount() == 0 ? Duration.ofHours(1).toNanos() : 0;
  }

  @Override
  public boolean await(CountDownLatch event, Duration longest) throws InterruptedException {
    while (!event.await(1, TimeUnit.MILLISECONDS)) {
      if (happened.getCount() == 0) {
        return false;
      }
    }
    return true;
  }
}
