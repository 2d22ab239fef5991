package io.github.thriveaudience.internal;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps retries from multiplying an outage. A retry takes a token out of a bucket of 50; a retry
 * that succeeds puts it back, a first attempt that succeeds puts back a tenth. When most calls fail
 * the bucket is soon empty, and failures are then final.
 */
final class RetryBudget {
  private static final int RETRY = 10;
  private static final int FIRST_SUCCESS = 1;
  private static final int CAPACITY = 50 * RETRY;

  /** In tenths of a token. */
  private final AtomicInteger level = new AtomicInteger(CAPACITY);

  boolean takeRetry() {
    int before = level.getAndUpdate(tenths -> tenths >= RETRY ? tenths - RETRY : tenths);
    return before >= RETRY;
  }

  void succeeded(boolean byRetry) {
    level.updateAndGet(tenths -> Math.min(CAPACITY, tenths + (byRetry ? RETRY : FIRST_SUCCESS)));
  }
}
