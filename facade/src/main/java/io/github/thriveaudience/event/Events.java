package io.github.thriveaudience.event;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.headers.ResponseHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events as records, each by the name of its interface, so that it shows as that. */
final class Events {
  private Events() {}

  record CallInfo(Operation operation, String destination, String host, String correlationId)
      implements io.github.thriveaudience.event.CallInfo {}

  record RequestEvent(
      io.github.thriveaudience.event.CallInfo call,
      int attempt,
      Duration queued,
      Duration duration,
      long bytesSent,
      long bytesReceived,
      @Nullable Integer status,
      @Nullable String requestId,
      @Nullable Throwable failure,
      Map<String, List<String>> headers)
      implements io.github.thriveaudience.event.RequestEvent {

    RequestEvent {
      headers = ResponseHeaders.copyOf(headers);
    }

    @Override
    public RequestEvent withHeaders(Map<String, List<String>> changed) {
      Objects.requireNonNull(changed, "headers");
      return new RequestEvent(
          call,
          attempt,
          queued,
          duration,
          bytesSent,
          bytesReceived,
          status,
          requestId,
          failure,
          changed);
    }

    /** Without the headers, whose names are case-insensitive. */
    @Override
    public int hashCode() {
      return Objects.hash(
          call, attempt, queued, duration, bytesSent, bytesReceived, status, requestId, failure);
    }

    /** Shows the names of the headers alone. */
    @Override
    public String toString() {
      return "RequestEvent[call="
          + call
          + ", attempt="
          + attempt
          + ", queued="
          + queued
          + ", duration="
          + duration
          + ", bytesSent="
          + bytesSent
          + ", bytesReceived="
          + bytesReceived
          + ", status="
          + status
          + ", requestId="
          + requestId
          + ", failure="
          + failure
          + ResponseHeaders.shown(headers)
          + "]";
    }
  }

  record RetryEvent(
      io.github.thriveaudience.event.CallInfo call,
      int attempt,
      @Nullable Integer status,
      ThriveException failure,
      Duration delay)
      implements io.github.thriveaudience.event.RetryEvent {}

  record ThrottledEvent(
      io.github.thriveaudience.event.CallInfo call,
      int status,
      @Nullable String requestId,
      Duration duration,
      double requestsPerSecond,
      boolean begins)
      implements io.github.thriveaudience.event.ThrottledEvent {}

  record ThrottlingEndedEvent(
      String destination, String host, Duration duration, long requests, long throttled)
      implements io.github.thriveaudience.event.ThrottlingEndedEvent {}

  record PageEvent(io.github.thriveaudience.event.CallInfo call, int page, int members)
      implements io.github.thriveaudience.event.PageEvent {}

  record ListingInfo(String destination, String host)
      implements io.github.thriveaudience.event.ListingInfo {}

  record ListingEvent(
      io.github.thriveaudience.event.ListingInfo listing,
      Duration duration,
      int pages,
      long members,
      @Nullable Throwable failure)
      implements io.github.thriveaudience.event.ListingEvent {}

  record CallEvent(
      io.github.thriveaudience.event.CallInfo call,
      int attempts,
      Duration duration,
      @Nullable Integer status,
      @Nullable Throwable failure)
      implements io.github.thriveaudience.event.CallEvent {}
}
