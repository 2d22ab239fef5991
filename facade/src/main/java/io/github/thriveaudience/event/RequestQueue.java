package io.github.thriveaudience.event;

import java.util.OptionalDouble;

/**
 * The requests of a client that wait until they may leave, because the server throttles the client,
 * does not respond, or receives the first requests of the client. Its figures are those of the
 * present. Thread-safe, not for users to implement.
 */
public interface RequestQueue {

  /**
   * The host of the API, without a port.
   *
   * @return the host
   */
  String host();

  /**
   * The number of requests that wait.
   *
   * @return 0 or more
   */
  int length();

  /**
   * How many requests may leave per second.
   *
   * @return the maximum, more than 0, or empty if the requests are not paced
   */
  OptionalDouble requestsPerSecond();
}
