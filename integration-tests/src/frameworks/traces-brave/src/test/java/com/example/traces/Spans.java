package com.example.traces;

import brave.Tracing;
import brave.context.slf4j.MDCScopeDecorator;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.ThreadLocalCurrentTraceContext;
import brave.propagation.TraceContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Brave, with the ids in the MDC, and the spans that it would report. */
record Spans(Tracing tracing, List<MutableSpan> finished) implements AutoCloseable {
  static Spans start() {
    List<MutableSpan> finished = new CopyOnWriteArrayList<>();
    SpanHandler collector =
        new SpanHandler() {
          @Override
          public boolean end(TraceContext context, MutableSpan span, Cause cause) {
            return finished.add(span);
          }
        };
    return new Spans(
        Tracing.newBuilder()
            .currentTraceContext(
                ThreadLocalCurrentTraceContext.newBuilder()
                    .addScopeDecorator(MDCScopeDecorator.get())
                    .build())
            .addSpanHandler(collector)
            .build(),
        finished);
  }

  @Override
  public void close() {
    tracing.close();
  }
}
