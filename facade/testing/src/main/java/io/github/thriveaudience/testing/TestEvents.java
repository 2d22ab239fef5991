package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.ThriveException;

/**
 * Starts to build the events of a client, for tests of {@code ClientListener}s. Each builder begins
 * with an event of a good night.
 *
 * <pre>{@code
 * listener.onRetry(TestEvents.retry(TestFailures.status(503).build()).attempt(2).build());
 * }</pre>
 */
public final class TestEvents {
  private TestEvents() {}

  /**
   * What the events of one call have in common.
   *
   * @return a builder of a call for members of an environment that is named {@code FAKE}
   */
  public static CallInfoBuilder callInfo() {
    return new CallInfoBuilder();
  }

  /**
   * A request has ended.
   *
   * @return a builder of a first request with a response of status 200
   */
  public static RequestEventBuilder request() {
    return new RequestEventBuilder();
  }

  /**
   * An attempt has failed, and the client will retry.
   *
   * @param failure what the attempt failed with; the event has the status of its response, if it
   *     has one
   * @return a builder of the event after a first attempt
   */
  public static RetryEventBuilder retry(ThriveException failure) {
    return new RetryEventBuilder(failure);
  }

  /**
   * The server throttled a request.
   *
   * @return a builder of the beginning of throttling, by status 429
   */
  public static ThrottledEventBuilder throttled() {
    return new ThrottledEventBuilder();
  }

  /**
   * The requests of a client are no longer paced.
   *
   * @return a builder of the end of throttling, after a minute with one throttled request
   */
  public static ThrottlingEndedEventBuilder throttlingEnded() {
    return new ThrottlingEndedEventBuilder();
  }

  /**
   * A page was read.
   *
   * @return a builder of a first page with 1000 members
   */
  public static PageEventBuilder page() {
    return new PageEventBuilder();
  }

  /**
   * A call has ended.
   *
   * @return a builder of a call that succeeded at its first attempt
   */
  public static CallEventBuilder call() {
    return new CallEventBuilder();
  }
}
