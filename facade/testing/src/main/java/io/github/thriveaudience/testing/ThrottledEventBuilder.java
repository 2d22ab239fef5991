package io.github.thriveaudience.testing;

import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ThrottledEvent;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the event that the server throttled a request: see {@link TestEvents}. For one thread. */
public final class ThrottledEventBuilder {
  private static final Duration MAX_DURATION = Duration.ofHours(1);

  private CallInfo call = TestEvents.callInfo().build();
  private int status = 429;
  private @Nullable String requestId;
  private Duration duration = Duration.ofSeconds(1);
  private double requestsPerSecond = 1;
  private boolean begins = true;

  ThrottledEventBuilder() {}

  /**
   * Sets the call that the event belongs to.
   *
   * @param call default: that of {@link TestEvents#callInfo}
   * @return this
   */
  public ThrottledEventBuilder call(CallInfo call) {
    this.call = Objects.requireNonNull(call, "call");
    return this;
  }

  /**
   * Sets the status of the response.
   *
   * @param status 429 or 503; default 429
   * @return this
   * @throws IllegalArgumentException if it is another one
   */
  public ThrottledEventBuilder status(int status) {
    Check.that(status == 429 || status == 503, "status must be 429 or 503, but was %d", status);
    this.status = status;
    return this;
  }

  /**
   * Sets the id that the server gave the request.
   *
   * @param requestId the id; default: none
   * @return this
   */
  public ThrottledEventBuilder requestId(String requestId) {
    this.requestId = Objects.requireNonNull(requestId, "requestId");
    return this;
  }

  /**
   * Sets the time for which the client sends nothing.
   *
   * @param duration zero to one hour; default 1 second
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public ThrottledEventBuilder duration(Duration duration) {
    Check.that(
        duration.compareTo(MAX_DURATION) <= 0,
        "duration must be at most an hour, but was %s",
        duration);
    this.duration = Check.notNegative("duration", duration);
    return this;
  }

  /**
   * Sets how many requests may leave per second.
   *
   * @param requestsPerSecond more than 0, and finite; default 1
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public ThrottledEventBuilder requestsPerSecond(double requestsPerSecond) {
    Check.that(
        requestsPerSecond > 0 && requestsPerSecond < Double.POSITIVE_INFINITY,
        "requestsPerSecond must be more than 0, and finite, but was %s",
        requestsPerSecond);
    this.requestsPerSecond = requestsPerSecond;
    return this;
  }

  /**
   * Sets whether throttling begins.
   *
   * @param begins false if it goes on at another rate; default true
   * @return this
   */
  public ThrottledEventBuilder begins(boolean begins) {
    this.begins = begins;
    return this;
  }

  /**
   * Builds the event.
   *
   * @return the event
   */
  public ThrottledEvent build() {
    return ThrottledEvent.of(call, status, requestId, duration, requestsPerSecond, begins);
  }
}
