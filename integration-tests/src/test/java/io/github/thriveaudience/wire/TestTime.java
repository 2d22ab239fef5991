package io.github.thriveaudience.wire;

import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test moves, and that waits move too: nobody waits for real. */
final class TestTime implements Time {
  private static final Instant START = Instant.parse("2026-10-21T07:00:00Z");

  /** The waits, in the order in which they began. */
  final List<Duration> waits = new CopyOnWriteArrayList<>();

  /** What happens while somebody waits. */
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

  /** Waits that overlap do not add up. */
  @Override
  public boolean await(CountDownLatch end, Duration longest) {
    waits.add(longest);
    long until = nanos.get() + longest.toNanos();
    nanos.accumulateAndGet(until, Math::max);
    onWait.run();
    return end.getCount() == 0;
  }

  /** Moves the wall clock alone: deadlines of what is under way are not the matter here. */
  void advance(Duration time) {
    advanced.addAndGet(time.toNanos());
  }
}
