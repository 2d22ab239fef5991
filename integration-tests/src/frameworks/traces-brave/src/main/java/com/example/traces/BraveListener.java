package com.example.traces;

import brave.Span.Kind;
import brave.Tracer;
import brave.Tracing;
import brave.propagation.TraceContext;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.ListingEvent;
import io.github.thriveaudience.event.ListingInfo;
import io.github.thriveaudience.event.OutgoingRequest;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.Span;

/** Makes a span of each listing, call and request. */
public final class BraveListener implements ClientListener {
  private final Tracer tracer;
  private final TraceContext.Injector<OutgoingRequest> headers;

  public BraveListener(Tracing tracing) {
    tracer = tracing.tracer();
    headers = tracing.propagation().injector(OutgoingRequest::setHeader);
  }

  @Override
  public Span<ListingEvent> startListing(ListingInfo listing) {
    return start("read audience", Span.none());
  }

  @Override
  public Span<CallEvent> startCall(CallInfo call, Span<?> listing) {
    return start(call.operation().name(), listing);
  }

  @Override
  public Span<RequestEvent> startRequest(OutgoingRequest request, Span<?> call) {
    BraveSpan<RequestEvent> span = start(request.call().operation().method(), call);
    span.brave.kind(Kind.CLIENT);
    headers.inject(span.brave.context(), request);
    return span;
  }

  private <E> BraveSpan<E> start(String name, Span<?> parent) {
    brave.Span span =
        parent instanceof BraveSpan<?> known
            ? tracer.newChild(known.brave.context())
            : tracer.nextSpan();
    return new BraveSpan<>(tracer, span.name(name).start());
  }

  private record BraveSpan<E>(Tracer tracer, brave.Span brave) implements Span<E> {
    @Override
    public Scope makeCurrent() {
      return tracer.withSpanInScope(brave)::close;
    }

    @Override
    public void end(E event) {
      brave.finish();
    }
  }
}
