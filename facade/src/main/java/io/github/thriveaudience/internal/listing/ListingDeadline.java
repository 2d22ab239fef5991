package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The time that a reading may take from its first request on, if it is limited. For the thread that
 * reads; once its time has begun, any thread may ask what is left.
 */
public final class ListingDeadline implements CallOwner {
  private final @Nullable Duration max;
  private final Time time;
  private final String subject;
  private long begin;
  private boolean begun;

  /** The deadline of a reading that has not begun. */
  public ListingDeadline(Listing listing) {
    this(listing.options().deadline(), listing.time(), listing.subject());
  }

  /**
   * The deadline of a reading that has not begun.
   *
   * @param max the maximum time, or null if there is none
   * @param subject names what is read
   */
  public ListingDeadline(@Nullable Duration max, Time time, String subject) {
    this.max = max;
    this.time = time;
    this.subject = subject;
  }

  /**
   * Checks that the next request may be sent. The first call begins the time.
   *
   * @param position how far the reading came, as the end of a sentence
   * @throws ThriveTimeoutException if no time is left
   */
  void beforeRequest(Supplier<String> position) {
    Duration unused = remaining(position);
  }

  /**
   * The time that is left. The first call begins the time.
   *
   * @param position how far the reading came, as the end of a sentence
   * @return more than zero, or null if it is not limited
   * @throws ThriveTimeoutException if no time is left
   */
  public @Nullable Duration remaining(Supplier<String> position) {
    if (max == null) {
      return null;
    }
    if (!begun) {
      begun = true;
      begin = time.nanos();
    }
    Duration left = left(max);
    if (left.isZero()) {
      throw exceeded(max, position.get());
    }
    return left;
  }

  /**
   * Checks that a wait ends before the deadline.
   *
   * @param position how far the reading came, as the end of a sentence
   * @throws ThriveTimeoutException if it does not
   */
  void beforeWait(Duration wait, String position) {
    if (max != null && wait.compareTo(left(max)) >= 0) {
      throw exceeded(max, position);
    }
  }

  /**
   * Waits for an event.
   *
   * @param position how far the reading came, as the end of a sentence
   * @throws ThriveTimeoutException if the time ends before
   */
  void await(CountDownLatch event, Supplier<String> position) throws InterruptedException {
    if (event.getCount() == 0) {
      return;
    }
    if (max == null) {
      event.await();
    } else if (!time.await(event, left(max))) {
      throw exceeded(max, position.get());
    }
  }

  @Override
  public Duration left() {
    return max == null ? NO_LIMIT : left(max);
  }

  private ThriveTimeoutException exceeded(Duration limit, String position) {
    return new ThriveTimeoutException(
        Texts.format(
            "The reading of %s did not end within its deadline of %s: it reached %s.",
            subject, limit, position),
        null);
  }

  /** Zero or more. */
  private Duration left(Duration limit) {
    long taken = begun ? time.nanos() - begin : 0;
    return Duration.ofNanos(Math.max(0, limit.toNanos() - taken));
  }
}
