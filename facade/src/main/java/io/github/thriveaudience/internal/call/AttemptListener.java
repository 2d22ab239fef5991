package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * The listing that a call belongs to: it decides when an attempt may begin, and is notified of the
 * attempts. All methods are called on the thread of the call.
 */
public interface AttemptListener {
  /** Longer than any call. */
  Duration NO_LIMIT = Duration.ofDays(365);

  /** For a call that belongs to no listing. */
  AttemptListener NONE = new AttemptListener() {};

  /**
   * Waits until an attempt may begin; {@link #end} follows.
   *
   * @param longest the time that is left of the listing
   * @throws TimeoutException if it may not begin within that time; no {@link #end} follows
   */
  default void begin(Duration longest) throws InterruptedException, TimeoutException {}

  /** An attempt has ended. */
  default void end() {}

  /** A request is sent. */
  default void sent() {}

  /** The time that is left of the listing: zero or more. Default: {@link #NO_LIMIT}. */
  default Duration left() {
    return NO_LIMIT;
  }

  /** An attempt failed, whether or not another one follows. */
  default void failed(ThriveException failure) {}
}
