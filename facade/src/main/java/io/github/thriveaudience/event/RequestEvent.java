package io.github.thriveaudience.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request was sent and has ended: with a complete response, whatever its status, or without one.
 * Immutable, equal by value, not for users to implement.
 */
public interface RequestEvent {

  /**
   * The call that sent the request.
   *
   * @return what its events have in common
   */
  CallInfo call();

  /**
   * The position of the request among those of its call.
   *
   * @return 1 for the first request, 2 for the first retry, and so on
   */
  int attempt();

  /**
   * The time for which the request waited until it could leave: because the server throttles the
   * client or does not respond, or for other requests.
   *
   * @return zero or more
   */
  Duration queued();

  /**
   * The time from the request to the last byte of the response, or to the failure.
   *
   * @return zero or more
   */
  Duration duration();

  /**
   * The size of the request body.
   *
   * @return the bytes, 0 or more
   */
  long bytesSent();

  /**
   * The size of the response body as it was transferred, which may be compressed.
   *
   * @return the bytes, or 0 if there was no complete response
   */
  long bytesReceived();

  /**
   * The HTTP status of the response.
   *
   * @return the status, or null if not even the head of a response was received
   */
  @Nullable Integer status();

  /**
   * The id that the server gave the request.
   *
   * @return the id, or null if the server sent none
   */
  @Nullable String requestId();

  /**
   * The reason why there was no complete response.
   *
   * @return the failure, or null if there was a complete response
   */
  @Nullable Throwable failure();

  /**
   * The headers of the response that the builder's {@code exposeHeaders} names. The values are as
   * the server sent them: check them before you use them.
   *
   * @return an immutable map, whose keys are case-insensitive and written as the builder was given
   *     them; a name that the response does not have is no key. Empty if there was no response
   */
  Map<String, List<String>> headers();

  /**
   * Sets the headers of the response, for tests of listeners.
   *
   * @param headers by their names, which are case-insensitive; they are copied
   * @return a changed copy
   * @throws IllegalArgumentException if two names differ in case alone
   */
  RequestEvent withHeaders(Map<String, List<String>> headers);

  /**
   * Creates an event, for tests of listeners. Later versions may add components: this method then
   * gives them defaults.
   *
   * @param call the call that sent the request
   * @param attempt the position of the request among those of its call, 1 or more
   * @param queued the time that the request waited before it was sent
   * @param duration the time to the last byte of the response, or to the failure
   * @param bytesSent the bytes of the request body
   * @param bytesReceived the bytes of the response body, or 0 if there was no complete response
   * @param status the HTTP status of the response, or null
   * @param requestId the id that the server gave the request, or null
   * @param failure the reason why there was no complete response, or null
   * @return the event
   */
  static RequestEvent of(
      CallInfo call,
      int attempt,
      Duration queued,
      Duration duration,
      long bytesSent,
      long bytesReceived,
      @Nullable Integer status,
      @Nullable String requestId,
      @Nullable Throwable failure) {
    return new Events.RequestEvent(
        call,
        attempt,
        queued,
        duration,
        bytesSent,
        bytesReceived,
        status,
        requestId,
        failure,
        Map.of());
  }
}
