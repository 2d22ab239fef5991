package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.RetryEvent;
import java.time.Duration;
import java.util.Objects;

/**
 * Builds the event that an attempt has failed, and the client will retry: see {@link TestEvents}.
 * For one thread.
 */
public final class RetryEventBuilder {
  private CallInfo call = TestEvents.callInfo().build();
  private final ThriveException failure;
  private int attempt = 1;
  private Duration delay = Duration.ofMillis(500);

  RetryEventBuilder(ThriveException failure) {
    this.failure = Objects.requireNonNull(failure, "failure");
  }

  /**
   * Sets the call that the event belongs to.
   *
   * @param call default: that of {@link TestEvents#callInfo}
   * @return this
   */
  public RetryEventBuilder call(CallInfo call) {
    this.call = Objects.requireNonNull(call, "call");
    return this;
  }

  /**
   * Sets the number of the attempt that failed.
   *
   * @param attempt 1 or more; default 1
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public RetryEventBuilder attempt(int attempt) {
    this.attempt = Check.atLeast(1, "attempt", attempt);
    return this;
  }

  /**
   * Sets the minimum delay before the next attempt.
   *
   * @param delay zero or more; default half a second
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public RetryEventBuilder delay(Duration delay) {
    this.delay = Check.notNegative("delay", delay);
    return this;
  }

  /**
   * Builds the event.
   *
   * @return the event, with the status of the failure
   */
  public RetryEvent build() {
    Integer status = failure instanceof ThriveApiException response ? response.status() : null;
    return RetryEvent.of(call, attempt, status, failure, delay);
  }
}
