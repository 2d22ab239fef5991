package io.github.thriveaudience.event;

import java.time.Duration;

/**
 * The requests of a client are no longer paced: for thirty seconds none was throttled and none had
 * to wait, or the client was closed. Immutable, equal by value, not for users to implement.
 */
public interface ThrottlingEndedEvent {

  /**
   * The environment, or the base URI where there is none.
   *
   * @return the name
   */
  String destination();

  /**
   * The host, without a port.
   *
   * @return the host
   */
  String host();

  /**
   * The time since the first throttled response.
   *
   * @return zero or more
   */
  Duration duration();

  /**
   * The number of requests in that time, from the first throttled one on.
   *
   * @return 1 or more
   */
  long requests();

  /**
   * How many of these requests were throttled.
   *
   * @return 1 or more
   */
  long throttled();

  /**
   * Creates an event, for tests of listeners. Later versions may add components: this method then
   * gives them defaults.
   *
   * @param destination the environment, or the base URI where there is none
   * @param host the host, without a port
   * @param duration the time since the first throttled response
   * @param requests the number of requests in that time
   * @param throttled how many of them were throttled
   * @return the event
   */
  static ThrottlingEndedEvent of(
      String destination, String host, Duration duration, long requests, long throttled) {
    return new Events.ThrottlingEndedEvent(destination, host, duration, requests, throttled);
  }
}
