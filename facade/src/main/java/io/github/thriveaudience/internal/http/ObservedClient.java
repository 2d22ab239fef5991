package io.github.thriveaudience.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.Time;
import java.io.IOException;

/** Lets the listeners follow each request, and notifies them of how it ended. */
record ObservedClient(Client next, Time time, ClientListener events) implements Client {

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    ObservedRequest observed = new ObservedRequest(request, CallContext.of(options), time, events);
    Request traced = observed.start();
    Response response;
    try {
      HeaderLog.sending(traced);
      response = next.execute(traced, options);
    } catch (Throwable failure) {
      observed.end(0, failure);
      throw failure;
    }
    observed.end(response.body().length(), null);
    return response;
  }
}
