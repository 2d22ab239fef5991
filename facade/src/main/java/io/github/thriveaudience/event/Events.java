package io.github.thriveaudience.event;

import io.github.thriveaudience.error.ThriveException;
import java.time.Duration;
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
      @Nullable Throwable failure)
      implements io.github.thriveaudience.event.RequestEvent {}

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
