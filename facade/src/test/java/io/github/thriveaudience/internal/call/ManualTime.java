package io.github.thriveaudience.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Time that a test and waits advance. Waits are recorded and take no real time. */
public final class ManualTime implements Time {
  public final List<Duration> waits = new ArrayList<>();
  private long nanos;

  /** Starts at this value of {@link #nanos}. */
  public ManualTime(long nanos) {
    this.nanos = nanos;
  }

  public void advance(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(nanos);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public boolean await(CountDownLatch end, Duration longest) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    waits.add(longest);
    advance(longest);
    return end.getCount() == 0;
  }
}
