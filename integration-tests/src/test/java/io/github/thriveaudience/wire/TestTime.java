package io.github.thriveaudience.wire;

import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Virtual time: tests and waits advance it. A wait without an end but an event is a real one. */
final class TestTime implements Time {
  private static final Instant START = Instant.parse("2026-10-21T07:00:00Z");

  private static final Duration ENDLESS = Duration.ofDays(1);

  /** The waits in the order of their start. */
  final List<Duration> waits = new CopyOnWriteArrayList<>();

  /** Runs during each wait. */
  volatile Runnable onWait = () -> {};

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong advanced = new AtomicLong();

  @Override
  public Instant instant() {
    return START.plusNanos(nanos.get()).plusNanos(advanced.get());
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  /** Overlapping waits do not add up. */
  @Override
  public boolean await(CountDownLatch end, Duration longest) throws InterruptedException {
    if (longest.compareTo(ENDLESS) >= 0) {
      end.await();
      return true;
    }
    waits.add(longest);
    long until = nanos.get() + longest.toNanos();
    nanos.accumulateAndGet(until, Math::max);
    onWait.run();
    return end.getCount() == 0;
  }

  /** Advances the wall clock only, not the deadlines of calls in flight. */
  void advance(Duration time) {
    advanced.addAndGet(time.toNanos());
  }
}
