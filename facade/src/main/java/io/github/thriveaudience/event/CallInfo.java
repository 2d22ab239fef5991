package io.github.thriveaudience.event;

/**
 * What all events of one call have in common. A call is all requests for one page, or for one
 * access token. Immutable, equal by value, not for users to implement.
 */
public interface CallInfo {

  /**
   * What the call requests.
   *
   * @return the operation
   */
  Operation operation();

  /**
   * The name of the server that the call goes to.
   *
   * @return the environment, and the address that was set in its place, if any
   */
  String destination();

  /**
   * The host that the call goes to.
   *
   * @return the host name, or its address
   */
  String host();

  /**
   * The id that every request of the call carries in {@code X-Correlation-Id}. The exceptions and
   * log lines of the call name it too.
   *
   * @return the id
   */
  String correlationId();

  /**
   * Creates one, for tests of listeners. Later versions may add components: this method then gives
   * them defaults.
   *
   * @param operation what the call requests
   * @param destination the name of the server that the call goes to
   * @param host the host that the call goes to
   * @param correlationId the id that every request of the call carries
   * @return the common part of a call's events
   */
  static CallInfo of(Operation operation, String destination, String host, String correlationId) {
    return new Events.CallInfo(operation, destination, host, correlationId);
  }
}
