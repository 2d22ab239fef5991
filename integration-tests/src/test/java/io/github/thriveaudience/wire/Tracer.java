package io.github.thriveaudience.wire;

import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.ThreadLocalCurrentTraceContext;
import brave.propagation.TraceContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.brave.bridge.BraveBaggageManager;
import io.micrometer.tracing.brave.bridge.BraveCurrentTraceContext;
import io.micrometer.tracing.brave.bridge.BravePropagator;
import io.micrometer.tracing.brave.bridge.BraveTracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Brave, behind Micrometer's observations. It writes B3 headers. */
final class Tracer implements AutoCloseable {
  final List<MutableSpan> spans = new CopyOnWriteArrayList<>();
  final ObservationRegistry registry = ObservationRegistry.create();

  private final Tracing tracing =
      Tracing.newBuilder()
          .currentTraceContext(ThreadLocalCurrentTraceContext.create())
          .addSpanHandler(
              new SpanHandler() {
                @Override
                public boolean end(TraceContext context, MutableSpan span, Cause cause) {
                  return spans.add(span);
                }
              })
          .build();

  Tracer() {
    BraveTracer tracer =
        new BraveTracer(
            tracing.tracer(),
            new BraveCurrentTraceContext(tracing.currentTraceContext()),
            new BraveBaggageManager());
    registry
        .observationConfig()
        .observationHandler(
            new FirstMatchingCompositeObservationHandler(
                new PropagatingSenderTracingObservationHandler<>(
                    tracer, new BravePropagator(tracing)),
                new DefaultTracingObservationHandler(tracer)));
  }

  /** Runs a job in a span of its own. */
  <T> T inJob(Supplier<T> job) {
    return Observation.createNotStarted("job", registry).observe(job);
  }

  /** The finished spans of a name. */
  List<MutableSpan> named(String name) {
    return spans.stream().filter(span -> name.equals(span.name())).toList();
  }

  @Override
  public void close() {
    tracing.close();
  }
}
