package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** When a reading must have ended: so long after its first request, or never. For one thread. */
public final class ListingDeadline {
  private final @Nullable Duration longest;
  private final Time time;
  private long begin;
  private boolean begun;

  /**
   * A deadline of a reading that has not begun.
   *
   * @param longest what the reading may take, or null for any time
   */
  public ListingDeadline(@Nullable Duration longest, Time time) {
    this.longest = longest;
    this.time = time;
  }

  /** The next request goes out; the first one begins the time. */
  void begin() {
    if (longest != null && !begun) {
      begun = true;
      begin = time.nanos();
    }
  }

  boolean isOver() {
    return longest != null && left(longest).isZero();
  }

  /** Whether the reading may go on for longer than this. */
  boolean allows(Duration wait) {
    return longest == null || wait.compareTo(left(longest)) < 0;
  }

  /** Waits until this is over, and returns whether what was waited for came before. */
  boolean await(CountDownLatch event) throws InterruptedException {
    if (event.getCount() == 0) {
      return true;
    }
    if (longest != null) {
      return time.await(event, left(longest));
    }
    event.await();
    return true;
  }

  /**
   * The exception of a reading that this has ended.
   *
   * @param subject which audience was read
   * @param position how far it came, as the end of a sentence
   */
  ThriveTimeoutException exceeded(String subject, String position) {
    return new ThriveTimeoutException(
        Texts.format(
            "The reading of %s did not end within its deadline of %s: it came to %s.",
            subject, Objects.requireNonNull(longest), position),
        null);
  }

  /** Zero or more. */
  private Duration left(Duration most) {
    long taken = begun ? time.nanos() - begin : 0;
    return Duration.ofNanos(Math.max(0, most.toNanos() - taken));
  }
}
