package io.github.thriveaudience.testing;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.event.ThrottlingEndedEvent;
import java.time.Duration;

/** Builds the event that requests are no longer paced: see {@link TestEvents}. For one thread. */
public final class ThrottlingEndedEventBuilder {
  private String destination = TestEndpoint.FAKE.name();
  private String host = TestEndpoint.FAKE.baseUri().getHost();
  private Duration duration = Duration.ofMinutes(1);
  private long requests = 10;
  private long throttled = 1;

  ThrottlingEndedEventBuilder() {}

  /**
   * Sets the time since the first throttled response.
   *
   * @param duration zero or more; default a minute
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public ThrottlingEndedEventBuilder duration(Duration duration) {
    this.duration = Check.notNegative("duration", duration);
    return this;
  }

  /**
   * Sets the number of requests in that time.
   *
   * @param requests 1 or more; default 10
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public ThrottlingEndedEventBuilder requests(long requests) {
    this.requests = Check.atLeast(1, "requests", requests);
    return this;
  }

  /**
   * Sets how many of them were throttled.
   *
   * @param throttled 1 or more; default 1
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public ThrottlingEndedEventBuilder throttled(long throttled) {
    this.throttled = Check.atLeast(1, "throttled", throttled);
    return this;
  }

  /**
   * Sets the environment.
   *
   * @param environment default: one that is named {@code FAKE}
   * @return this
   */
  public ThrottlingEndedEventBuilder environment(ThriveEnvironment environment) {
    destination = environment.name();
    host = environment.apiBaseUri().getHost();
    return this;
  }

  /**
   * Builds the event.
   *
   * @return the event
   * @throws IllegalArgumentException if more requests were throttled than there were
   */
  public ThrottlingEndedEvent build() {
    Check.that(
        throttled <= requests,
        "throttled must be at most requests: %d throttled, %d requests",
        throttled,
        requests);
    return ThrottlingEndedEvent.of(destination, host, duration, requests, throttled);
  }
}
