package io.github.thriveaudience.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Throttling begins, or is prolonged: a response with {@code Retry-After} holds back all calls of
 * the client. Immutable, equal by value, not for users to implement.
 */
public interface ThrottledEvent {

  /**
   * The call that was rate limited.
   *
   * @return what its events have in common
   */
  CallInfo call();

  /**
   * The HTTP status of the response.
   *
   * @return 429 or 503
   */
  int status();

  /**
   * The id that the server gave the request.
   *
   * @return the id, or null if the server sent none
   */
  @Nullable String requestId();

  /**
   * The time for which the client sends nothing, from now on. The client waits for one hour at
   * most, whatever the server demands.
   *
   * @return zero to one hour
   */
  Duration duration();

  /**
   * Creates an event, for tests of listeners. Later versions may add components: this method then
   * gives them defaults.
   *
   * @param call the call that was rate limited
   * @param status the HTTP status of the response, 429 or 503
   * @param requestId the id that the server gave the request, or null
   * @param duration the time for which the client sends nothing
   * @return the event
   */
  static ThrottledEvent of(
      CallInfo call, int status, @Nullable String requestId, Duration duration) {
    return new Events.ThrottledEvent(call, status, requestId, duration);
  }
}
