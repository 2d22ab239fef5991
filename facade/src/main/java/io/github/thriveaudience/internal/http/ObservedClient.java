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

/** Notifies the listeners of each request that was sent, and how it ended. */
record ObservedClient(Client next, Time time, ClientListener events) implements Client {

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    CallContext call = CallContext.of(options);
    int before = call.requests();
    long begin = time.nanos();
    HeaderLog.sending(request);
    Response response;
    try {
      response = next.execute(request, options);
    } catch (Throwable failure) {
      if (call.requests() > before) {
        notifyOf(
            call,
            request,
            begin,
            0,
            failure instanceof NonRetryableException last ? last.failure() : failure);
      }
      throw failure;
    }
    notifyOf(call, request, begin, response.body().length(), null);
    return response;
  }

  private void notifyOf(
      CallContext call, Request request, long begin, int received, @Nullable Throwable failure) {
    events.onRequest(
        RequestEvent.of(
            call.info(),
            call.requests(),
            call.queued(),
            Duration.ofNanos(time.nanos() - begin),
            request.length(),
            received,
            call.status(),
            call.requestId(),
            failure));
  }
}
