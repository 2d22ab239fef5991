package io.github.thriveaudience.event;

import io.github.thriveaudience.error.ThriveException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt failed, and the client will retry. Immutable, equal by value, not for users to
 * implement.
 */
public interface RetryEvent {

  /**
   * The call whose attempt failed.
   *
   * @return what its events have in common
   */
  CallInfo call();

  /**
   * The number of the attempt that failed.
   *
   * @return 1 or more
   */
  int attempt();

  /**
   * The HTTP status of the response to the attempt.
   *
   * @return the status, or null if there was no response
   */
  @Nullable Integer status();

  /**
   * The failure of the attempt.
   *
   * @return what would have been thrown without a retry
   */
  ThriveException failure();

  /**
   * The minimum delay before the next attempt. A throttled request may have to wait longer, until
   * the rate allows it: see {@link RequestEvent#queued()}.
   *
   * @return zero or more
   */
  Duration delay();

  /**
   * Creates an event, for tests of listeners. Later versions may add components: this method then
   * gives them defaults.
   *
   * @param call the call whose attempt failed
   * @param attempt the number of the attempt that failed, 1 or more
   * @param status the HTTP status of the response to the attempt, or null
   * @param failure the failure of the attempt
   * @param delay the delay before the next attempt, zero or more
   * @return the event
   */
  static RetryEvent of(
      CallInfo call,
      int attempt,
      @Nullable Integer status,
      ThriveException failure,
      Duration delay) {
    return new Events.RetryEvent(call, attempt, status, failure, delay);
  }
}
