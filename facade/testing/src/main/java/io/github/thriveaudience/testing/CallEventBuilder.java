package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the event that a call has ended: see {@link TestEvents}. For one thread. */
public final class CallEventBuilder {
  private CallInfo call = TestEvents.callInfo().build();
  private int attempts = 1;
  private Duration duration = Duration.ofMillis(100);
  private @Nullable Throwable failure;
  private @Nullable Integer status = 200;

  CallEventBuilder() {}

  /**
   * Sets the call that the event belongs to.
   *
   * @param call default: that of {@link TestEvents#callInfo}
   * @return this
   */
  public CallEventBuilder call(CallInfo call) {
    this.call = Objects.requireNonNull(call, "call");
    return this;
  }

  /**
   * Sets the number of requests that the call sent.
   *
   * @param attempts 0 or more; default 1
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public CallEventBuilder attempts(int attempts) {
    this.attempts = Check.atLeast(0, "attempts", attempts);
    return this;
  }

  /**
   * Sets the duration of the call.
   *
   * @param duration zero or more; default 100 ms
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public CallEventBuilder duration(Duration duration) {
    this.duration = Check.notNegative("duration", duration);
    return this;
  }

  /**
   * Lets the call fail. The event has the status of its response, if it has one.
   *
   * @param failure mostly a {@code ThriveException}: see {@link TestFailures}
   * @return this
   */
  public CallEventBuilder failure(Throwable failure) {
    this.failure = Objects.requireNonNull(failure, "failure");
    status = failure instanceof ThriveApiException response ? response.status() : null;
    return this;
  }

  /**
   * Builds the event.
   *
   * @return the event
   * @throws IllegalArgumentException if there is a response although no request was sent
   */
  public CallEvent build() {
    Check.that(
        attempts > 0 || status == null, "attempts must be 1 or more where there is a response");
    return CallEvent.of(call, attempts, duration, status, failure);
  }
}
