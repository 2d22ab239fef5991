package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.event.Span;
import java.time.Duration;

/**
 * What a call belongs to: its listing. The calls of one owner form one line before the {@link
 * Gate}, and share a deadline. Owners are told apart by identity. Thread-safe.
 */
public interface CallOwner {
  /** Longer than any call. */
  Duration NO_LIMIT = Duration.ofDays(365);

  /** A request of a call is sent. */
  default void sent() {}

  /** The time that is left of the listing: zero or more. Default: {@link #NO_LIMIT}. */
  default Duration left() {
    return NO_LIMIT;
  }

  /** What listeners returned for the listing. */
  default Span<?> span() {
    return Span.none();
  }

  /** The owner of a single call. */
  static CallOwner ofSingleCall() {
    return new CallOwner() {};
  }
}
