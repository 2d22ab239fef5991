package io.github.thriveaudience.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.NonRetryableException;
import io.github.thriveaudience.internal.call.Time;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells of each request that goes out, and how it ended. */
final class ObservedClient implements Client {
  private final Client transport;
  private final Time time;
  private final ClientListener events;

  ObservedClient(Client transport, Connection connection) {
    this.transport = transport;
    this.time = connection.time();
    this.events = connection.events();
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    CallContext call = CallContext.current();
    int before = call.requests();
    long begin = time.nanos();
    HeaderLog.sending(request);
    Response response;
    try {
      response = transport.execute(request, options);
    } catch (Throwable failure) {
      if (call.requests() > before) {
        tell(
            call,
            request,
            begin,
            0,
            failure instanceof NonRetryableException end ? end.failure() : failure);
      }
      throw failure;
    }
    tell(call, request, begin, response.body().length(), null);
    return response;
  }

  private void tell(
      CallContext call, Request request, long begin, int received, @Nullable Throwable failure) {
    events.onRequest(
        RequestEvent.of(
            call.info(),
            call.requests(),
            Duration.ofNanos(time.nanos() - begin),
            request.length(),
            received,
            call.status(),
            call.requestId(),
            failure));
  }
}
