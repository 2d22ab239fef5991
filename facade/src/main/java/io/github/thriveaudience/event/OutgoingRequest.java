package io.github.thriveaudience.event;

/**
 * A request that is about to leave. For one thread, and until {@link ClientListener#startRequest}
 * returns. Not for users to implement.
 */
public interface OutgoingRequest {

  /**
   * The call that the request belongs to.
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
   * Sets a header of the request, such as {@code traceparent}. A header of the same name is
   * replaced.
   *
   * @param name a token (RFC 9110, section 5.6.2), not the name of a header that the client sets
   *     itself, such as {@code Authorization}
   * @param value visible ASCII characters, with spaces and tabs between them
   * @throws IllegalArgumentException if an argument breaks its rule; the message does not show the
   *     value
   */
  void setHeader(String name, String value);
}
