package com.example.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.testing.ReceivedRequest;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyJobTest {
  private static final String LISTING = "thrive read audience";
  private static final String CALL = "thrive list members";
  private static final String TOKEN_CALL = "thrive request token";

  private static final int REQUESTS = Night.PAGES + Night.FAILURES + Night.TOKENS;

  private static Night night;

  @BeforeAll
  static void runTheJob(@TempDir Path folder) throws Exception {
    night = Night.run(folder.resolve("nightly.log"));
  }

  @Test
  void hasOneTraceWithEachRequestOfItsOwn() {
    SpanData job = job();

    assertThat(night.spans()).extracting(SpanData::getTraceId).containsOnly(job.getTraceId());
    assertThat(night.requests()).hasSize(REQUESTS);
    assertThat(night.requests())
        .allSatisfy(request -> assertThat(traceparent(request)[1]).isEqualTo(job.getTraceId()))
        .allSatisfy(request -> assertThat(spanOf(request).getKind()).isEqualTo(SpanKind.CLIENT))
        .extracting(request -> traceparent(request)[2])
        .doesNotHaveDuplicates();
  }

  @Test
  void hasRequestsInCallsInTheListingInTheJob() {
    assertThat(night.requests())
        .filteredOn(request -> !request.isTokenRequest())
        .hasSize(Night.PAGES + Night.FAILURES)
        .allSatisfy(request -> assertThat(parentOf(spanOf(request)).getName()).isEqualTo(CALL));
    assertThat(night.requests())
        .filteredOn(ReceivedRequest::isTokenRequest)
        .hasSize(Night.TOKENS)
        .allSatisfy(
            request -> assertThat(parentOf(spanOf(request)).getName()).isEqualTo(TOKEN_CALL));
    assertThat(named(TOKEN_CALL))
        .hasSize(Night.TOKENS)
        .allSatisfy(token -> assertThat(parentOf(token).getName()).isEqualTo(CALL));
    assertThat(named(CALL))
        .hasSize(Night.PAGES)
        .allSatisfy(call -> assertThat(parentOf(call)).isEqualTo(one(LISTING)));
    assertThat(parentOf(one(LISTING))).isEqualTo(job());
    assertThat(job().getName()).startsWith("task ");
  }

  @Test
  void logsItsTraceOnEachThread() {
    String traceId = job().getTraceId();

    assertThat(night.log())
        .filteredOn(line -> line.contains("thriveaudience.client"))
        .hasSizeGreaterThanOrEqualTo(REQUESTS)
        .allSatisfy(line -> assertThat(line).contains(traceId))
        .anySatisfy(line -> assertThat(line).contains("[thrive-page"));
    assertThat(night.log())
        .filteredOn(line -> line.endsWith(100 * Night.PAGES + " members"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains(traceId));
  }

  @Test
  void namesNoAudienceInItsTrace() {
    assertThat(night.spans())
        .allSatisfy(
            span ->
                assertThat(span + " " + span.getAttributes() + attributesOfEvents(span))
                    .doesNotContain(Night.AUDIENCE));
  }

  @Test
  void timesEachRequestOnce() {
    assertThat(night.timed()).isEqualTo(REQUESTS);
  }

  private static String[] traceparent(ReceivedRequest request) {
    return String.valueOf(request.header("traceparent")).split("-");
  }

  private static SpanData spanOf(ReceivedRequest request) {
    return span(traceparent(request)[2]);
  }

  private static SpanData parentOf(SpanData span) {
    return span(span.getParentSpanId());
  }

  private static SpanData span(String id) {
    return night.spans().stream()
        .filter(span -> span.getSpanId().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no span " + id));
  }

  private static List<Attributes> attributesOfEvents(SpanData span) {
    return span.getEvents().stream().map(EventData::getAttributes).toList();
  }

  private static SpanData job() {
    List<SpanData> roots =
        night.spans().stream().filter(span -> !span.getParentSpanContext().isValid()).toList();
    assertThat(roots).hasSize(1);
    return roots.get(0);
  }

  private static SpanData one(String name) {
    assertThat(named(name)).hasSize(1);
    return named(name).get(0);
  }

  private static List<SpanData> named(String name) {
    return night.spans().stream().filter(span -> span.getName().equals(name)).toList();
  }
}
