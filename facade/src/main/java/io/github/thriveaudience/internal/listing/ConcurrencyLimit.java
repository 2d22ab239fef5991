package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.AttemptListener;
import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests of a listing may be in flight at once. A 429 halves it, for retries as well as
 * for new requests. Once as many pages as it allows were delivered, it grows by one, up to its
 * maximum. Thread-safe.
 */
final class ConcurrencyLimit implements AttemptListener {
  private final int max;
  private final Permits permits;
  private final AtomicLong requests = new AtomicLong();
  private int current;
  private int delivered;

  /**
   * A limit.
   *
   * @param max the maximum, 1 or more, which is also what it begins with
   */
  ConcurrencyLimit(int max) {
    this.max = max;
    this.current = max;
    this.permits = new Permits(max);
  }

  int max() {
    return max;
  }

  synchronized int current() {
    return current;
  }

  /** The number of requests that were sent so far. */
  long requests() {
    return requests.get();
  }

  @Override
  public void begin(Duration longest) throws InterruptedException, TimeoutException {
    if (!permits.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException();
    }
  }

  @Override
  public void end() {
    permits.release();
  }

  @Override
  public void sent() {
    requests.incrementAndGet();
  }

  @Override
  public synchronized void failed(ThriveException failure) {
    if (failure instanceof RateLimitedException) {
      int half = Math.max(1, current / 2);
      permits.reducePermits(current - half);
      current = half;
      delivered = 0;
    }
  }

  /** Counts a page that was delivered. */
  synchronized void delivered() {
    delivered++;
    if (delivered >= current) {
      delivered = 0;
      if (current < max) {
        current++;
        permits.release();
      }
    }
  }

  /** In the order of their requests, so that a retry goes before newer requests. */
  private static final class Permits extends Semaphore {
    @Serial private static final long serialVersionUID = 1L;

    Permits(int permits) {
      super(permits, true);
    }

    @Override
    public void reducePermits(int reduction) {
      super.reducePermits(reduction);
    }
  }
}
