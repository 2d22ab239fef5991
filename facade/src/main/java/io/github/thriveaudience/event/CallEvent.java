package io.github.thriveaudience.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call has ended, after all its attempts. A page that is read ahead is a call too. If its reader
 * stopped early, so that the page is no longer needed, that call ends with a {@link
 * io.github.thriveaudience.error.ThriveInterruptedException}. Immutable, equal by value, not for
 * users to implement.
 */
public interface CallEvent {

  /**
   * The call.
   *
   * @return what its events have in common
   */
  CallInfo call();

  /**
   * The number of requests that the call sent.
   *
   * @return 0 or more
   */
  int attempts();

  /**
   * The duration of the call, including the waits between its attempts.
   *
   * @return zero or more
   */
  Duration duration();

  /**
   * The HTTP status of the last response.
   *
   * @return the status, or null if the last request had no response
   */
  @Nullable Integer status();

  /**
   * The failure that ended the call.
   *
   * @return mostly a {@link io.github.thriveaudience.error.ThriveException}, or null if the call
   *     succeeded
   */
  @Nullable Throwable failure();

  /**
   * Creates an event, for tests of listeners. Later versions may add components: this method then
   * gives them defaults.
   *
   * @param call the call
   * @param attempts the number of requests that the call sent, 0 or more
   * @param duration the duration of the call, including the waits between its attempts
   * @param status the HTTP status of the last response, or null
   * @param failure the failure that ended the call, or null if it succeeded
   * @return the event
   */
  static CallEvent of(
      CallInfo call,
      int attempts,
      Duration duration,
      @Nullable Integer status,
      @Nullable Throwable failure) {
    return new Events.CallEvent(call, attempts, duration, status, failure);
  }
}
