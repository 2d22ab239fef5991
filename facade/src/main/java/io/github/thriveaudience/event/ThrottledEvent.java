package io.github.thriveaudience.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server throttled a request, with 429, or with 503 and {@code Retry-After}. All requests of
 * the client are paced from now on, or more slowly than before. Several requests that were in
 * flight together cause one event. Immutable, equal by value, not for users to implement.
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
   * The time for which the client sends nothing, from now on ({@code Retry-After}). The client
   * waits for one hour at most, whatever the server demands.
   *
   * @return zero to one hour
   */
  Duration duration();

  /**
   * How many requests may leave per second from now on.
   *
   * @return more than 0
   */
  double requestsPerSecond();

  /**
   * Whether throttling begins: the server did not throttle the client until now.
   *
   * @return false if it goes on at another rate
   */
  boolean begins();

  /**
   * Creates an event, for tests of listeners. Later versions may add components: this method then
   * gives them defaults.
   *
   * @param call the call that was rate limited
   * @param status the HTTP status of the response, 429 or 503
   * @param requestId the id that the server gave the request, or null
   * @param duration the time for which the client sends nothing
   * @param requestsPerSecond how many requests may leave per second
   * @param begins whether throttling begins
   * @return the event
   */
  static ThrottledEvent of(
      CallInfo call,
      int status,
      @Nullable String requestId,
      Duration duration,
      double requestsPerSecond,
      boolean begins) {
    return new Events.ThrottledEvent(call, status, requestId, duration, requestsPerSecond, begins);
  }
}
