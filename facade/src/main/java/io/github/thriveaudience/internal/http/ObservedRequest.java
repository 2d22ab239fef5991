package io.github.thriveaudience.internal.http;

import feign.Request;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.OutgoingRequest;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.HeaderRules;
import io.github.thriveaudience.internal.call.NonRetryableException;
import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as listeners follow it, from just before it leaves until it has ended. */
final class ObservedRequest implements OutgoingRequest {
  private final Request request;
  private final CallContext call;
  private final Time time;
  private final ClientListener events;
  private final int attempt;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final long begin;
  private Span<RequestEvent> span = Span.none();
  private Span.Scope current = () -> {};

  ObservedRequest(Request request, CallContext call, Time time, ClientListener events) {
    this.request = request;
    this.call = call;
    this.time = time;
    this.events = events;
    this.attempt = call.requests() + 1;
    this.begin = time.nanos();
  }

  @Override
  public CallInfo call() {
    return call.info();
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public void setHeader(String name, String value) {
    headers.put(HeaderRules.requireFree(name), HeaderRules.requireValue(name, value));
  }

  /** Returns the request to send, with the headers of the listeners. */
  Request start() {
    span = events.startRequest(this, call.span());
    current = span.makeCurrent();
    return headers.isEmpty() ? request : HeadersClient.with(headers, request);
  }

  /** Notifies the listeners, unless the request was not sent. */
  void end(int received, @Nullable Throwable failure) {
    RequestEvent event = event(received, failure);
    try {
      if (call.requests() >= attempt) {
        events.onRequest(event);
      }
    } finally {
      current.close();
      span.end(event);
    }
  }

  private RequestEvent event(int received, @Nullable Throwable failure) {
    RequestEvent event =
        RequestEvent.of(
            call.info(),
            attempt,
            call.queued(),
            Duration.ofNanos(time.nanos() - begin),
            request.length(),
            received,
            call.status(),
            call.requestId(),
            failure instanceof NonRetryableException last ? last.failure() : failure);
    return event.withHeaders(call.headers());
  }
}
