package io.github.thriveaudience.testing;

import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.RequestEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the event that a request has ended: see {@link TestEvents}. For one thread. */
public final class RequestEventBuilder {
  private CallInfo call = TestEvents.callInfo().build();
  private int attempt = 1;
  private Duration queued = Duration.ZERO;
  private Duration duration = Duration.ofMillis(100);
  private long bytesSent;
  private long bytesReceived = 100_000;
  private @Nullable Integer status = 200;
  private @Nullable String requestId;
  private @Nullable Throwable failure;
  private Map<String, List<String>> headers = Map.of();

  RequestEventBuilder() {}

  /**
   * Sets the call that the event belongs to.
   *
   * @param call default: that of {@link TestEvents#callInfo}
   * @return this
   */
  public RequestEventBuilder call(CallInfo call) {
    this.call = Objects.requireNonNull(call, "call");
    return this;
  }

  /**
   * Sets the position of the request among those of its call.
   *
   * @param attempt 1 or more; default 1
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public RequestEventBuilder attempt(int attempt) {
    this.attempt = Check.atLeast(1, "attempt", attempt);
    return this;
  }

  /**
   * Sets the time for which the request waited until it could leave.
   *
   * @param queued zero or more; default zero
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public RequestEventBuilder queued(Duration queued) {
    this.queued = Check.notNegative("queued", queued);
    return this;
  }

  /**
   * Sets the time from the request to the last byte of the response.
   *
   * @param duration zero or more; default 100 ms
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public RequestEventBuilder duration(Duration duration) {
    this.duration = Check.notNegative("duration", duration);
    return this;
  }

  /**
   * Sets the size of the request body.
   *
   * @param bytesSent 0 or more; default 0
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public RequestEventBuilder bytesSent(long bytesSent) {
    this.bytesSent = Check.atLeast(0, "bytesSent", bytesSent);
    return this;
  }

  /**
   * Sets the size of the response body.
   *
   * @param bytesReceived 0 or more; default 100,000
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public RequestEventBuilder bytesReceived(long bytesReceived) {
    this.bytesReceived = Check.atLeast(0, "bytesReceived", bytesReceived);
    return this;
  }

  /**
   * Sets the status of the response.
   *
   * @param status 100 to 599; default 200
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public RequestEventBuilder status(int status) {
    this.status = Check.status(status);
    return this;
  }

  /**
   * Sets the id that the server gave the request.
   *
   * @param requestId the id; default: none
   * @return this
   */
  public RequestEventBuilder requestId(String requestId) {
    this.requestId = Objects.requireNonNull(requestId, "requestId");
    return this;
  }

  /**
   * Sets the headers of the response that the client exposes.
   *
   * @param headers by their names, which are case-insensitive; they are copied. Default: none
   * @return this
   */
  public RequestEventBuilder headers(Map<String, List<String>> headers) {
    this.headers = Map.copyOf(headers);
    return this;
  }

  /**
   * Lets the request fail without a response: the status and the bytes are none, whatever was set
   * before.
   *
   * @param failure why there was no complete response
   * @return this
   */
  public RequestEventBuilder failure(Throwable failure) {
    this.failure = Objects.requireNonNull(failure, "failure");
    status = null;
    bytesReceived = 0;
    return this;
  }

  /**
   * Builds the event.
   *
   * @return the event
   * @throws IllegalArgumentException if bytes were received although there was no complete
   *     response, or if the names of two headers differ in case alone
   */
  public RequestEvent build() {
    Check.that(
        failure == null || bytesReceived == 0,
        "bytesReceived must be 0 where there is a failure, but was %d",
        bytesReceived);
    return RequestEvent.of(
            call, attempt, queued, duration, bytesSent, bytesReceived, status, requestId, failure)
        .withHeaders(headers);
  }
}
