package io.github.thriveaudience.testing;

import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes by waits alone, which take no real time. The date is that of the system. */
final class FakeTime implements Time {
  private final AtomicLong nanos = new AtomicLong();

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  void pass(Duration wait) {
    nanos.addAndGet(wait.toNanos());
  }

  @Override
  public boolean await(CountDownLatch end, Duration longest) {
    pass(longest);
    return end.getCount() == 0;
  }
}
