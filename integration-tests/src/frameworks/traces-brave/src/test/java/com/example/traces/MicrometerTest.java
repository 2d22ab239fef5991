package com.example.traces;

import brave.Tracing;
import io.github.thriveaudience.micrometer.ObservationListener;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.brave.bridge.BraveBaggageManager;
import io.micrometer.tracing.brave.bridge.BraveCurrentTraceContext;
import io.micrometer.tracing.brave.bridge.BravePropagator;
import io.micrometer.tracing.brave.bridge.BraveTracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import org.junit.jupiter.api.Test;

/** Brave behind Micrometer's observations, in a job that Brave alone traces. */
class MicrometerTest {
  @Test
  void hasOneTraceWithEachRequestOfItsOwn() {
    try (Spans spans = Spans.start()) {
      Night night =
          Night.run(
              spans,
              builder -> builder.addListener(ObservationListener.of(registry(spans.tracing()))));

      night.assertNested("thrive read audience", "thrive list members", "thrive request token");
      night.assertOneTrace();
    }
  }

  private static ObservationRegistry registry(Tracing tracing) {
    BraveTracer tracer =
        new BraveTracer(
            tracing.tracer(),
            new BraveCurrentTraceContext(tracing.currentTraceContext()),
            new BraveBaggageManager());
    ObservationRegistry registry = ObservationRegistry.create();
    registry
        .observationConfig()
        .observationHandler(
            new FirstMatchingCompositeObservationHandler(
                new PropagatingSenderTracingObservationHandler<>(
                    tracer, new BravePropagator(tracing)),
                new DefaultTracingObservationHandler(tracer)));
    return registry;
  }
}
