package com.example.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brave.Tracing;
import brave.propagation.B3SingleFormat;
import brave.propagation.TraceContext;
import io.github.thriveaudience.AudienceMembersClient;
import org.junit.jupiter.api.Test;

/** Requests that belong to the span of the job, with no listener. */
class HeaderTest {
  @Test
  void sendsTheSpanOfTheJobWithEachRequest() {
    try (Spans spans = Spans.start()) {
      Night night = Night.run(spans, builder -> traced(builder, spans.tracing()));

      String job = "b3: " + night.job().traceId() + "-" + night.job().id() + "-1";
      assertThat(night.requests())
          .hasSize(25)
          .allSatisfy(request -> assertThat("b3: " + request.header("b3")).isEqualTo(job));
      assertThat(night.spans()).hasSize(1);
      night.assertOneTrace();
    }
  }

  private static AudienceMembersClient.Builder traced(
      AudienceMembersClient.Builder builder, Tracing tracing) {
    return builder
        .taskDecorator(tracing.currentTraceContext()::wrap)
        .header("b3", () -> b3(tracing))
        .tokenHeader("b3", () -> b3(tracing));
  }

  private static String b3(Tracing tracing) {
    TraceContext current = tracing.currentTraceContext().get();
    return current == null ? "0" : B3SingleFormat.writeB3SingleFormat(current);
  }

  @Test
  void runsWithoutMicrometer() {
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("io.micrometer.context.ContextSnapshot"));
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("io.micrometer.observation.Observation"));
  }
}
