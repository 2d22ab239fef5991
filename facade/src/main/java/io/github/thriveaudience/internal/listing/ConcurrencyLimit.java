package io.github.thriveaudience.internal.listing;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many pages may be under way at once. A server that answers 429 halves it, for requests that
 * are to be repeated as well as for new ones; as many pages as it is wide, delivered since then,
 * make it wider by one, up to what was asked for. Thread-safe.
 */
public final class ConcurrencyLimit {
  private final int most;

  /** Fair, so that a request which has waited longer goes first; not a monitor, which would pin. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Condition room = lock.newCondition();
  private int current;
  private int delivered;
  private int entered;

  /**
   * A width.
   *
   * @param most what was asked for, 1 or more, which is also what it begins with
   */
  ConcurrencyLimit(int most) {
    this.most = most;
    this.current = most;
  }

  int most() {
    return most;
  }

  int current() {
    lock.lock();
    try {
      return current;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a request may go out; {@link #leave} must follow.
   *
   * @throws TimeoutException if it may not within this time; no {@link #leave} follows
   */
  void enter(Duration longest) throws InterruptedException, TimeoutException {
    lock.lockInterruptibly();
    try {
      long left = longest.toNanos();
      boolean behind = lock.hasWaiters(room);
      while (behind || entered >= current) {
        if (left <= 0) {
          throw new TimeoutException();
        }
        left = room.awaitNanos(left);
        behind = false;
      }
      entered++;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      entered--;
      room.signal();
    } finally {
      lock.unlock();
    }
  }

  void narrow() {
    lock.lock();
    try {
      current = Math.max(1, current / 2);
      delivered = 0;
    } finally {
      lock.unlock();
    }
  }

  void delivered() {
    lock.lock();
    try {
      delivered++;
      if (delivered >= current) {
        current = Math.min(most, current + 1);
        delivered = 0;
        room.signal();
      }
    } finally {
      lock.unlock();
    }
  }
}
