package com.example.traces;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.github.thriveaudience.testing.Scenarios.failsOnce;
import static io.github.thriveaudience.testing.Scenarios.members;
import static org.assertj.core.api.Assertions.assertThat;

import brave.handler.MutableSpan;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.testing.ReceivedRequest;
import io.github.thriveaudience.testing.ThriveStubs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The job runs once, against an API of which much goes wrong. */
record Night(List<MutableSpan> spans, List<ReceivedRequest> requests, List<String> log) {
  static final String AUDIENCE = "payroll-team";

  private static final int PAGES = 20;

  /** A 408 for the first page, and while eight pages are in flight a 503 and a 401. */
  private static final int FAILURES = 3;

  /** One at first, and one after the 401. */
  private static final int TOKENS = 2;

  static Night run(Spans spans, UnaryOperator<AudienceMembersClient.Builder> traced) {
    try (ThriveStubs stubs = ThriveStubs.start();
        Log log = new Log()) {
      stubs.given(AUDIENCE, members(100 * PAGES), failsOnce(408));
      failsOnceForPage(stubs, 5, 503);
      failsOnceForPage(stubs, 9, 401);
      AudienceMembersClient.Builder builder =
          stubs
              .oauthBuilder()
              .requestTimeout(Duration.ofSeconds(30))
              .callTimeout(Duration.ofMinutes(2));
      try (AudienceMembersClient thrive = traced.apply(builder).build()) {
        assertThat(new Job(spans.tracing(), thrive).count(AUDIENCE)).isEqualTo(100 * PAGES);
      }
      stubs.verify();
      return new Night(List.copyOf(spans.finished()), stubs.requests(), List.copyOf(log.lines()));
    }
  }

  private static void failsOnceForPage(ThriveStubs stubs, int page, int status) {
    stubs
        .wireMock()
        .stubFor(
            get(urlPathMatching(".*/members"))
                .withQueryParam("page", equalTo(Integer.toString(page)))
                .atPriority(1)
                .inScenario("page " + page)
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("failed")
                .willReturn(aResponse().withStatus(status)));
  }

  /** Checks that each request has a span of its own, in a call, in the listing, in the job. */
  void assertNested(String listing, String call, String tokenCall) {
    assertThat(requests).hasSize(PAGES + FAILURES + TOKENS);
    assertThat(requests)
        .allSatisfy(
            request -> assertThat(request.header("X-B3-TraceId")).isEqualTo(job().traceId()))
        .extracting(request -> request.header("X-B3-SpanId"))
        .doesNotHaveDuplicates();
    assertThat(requests)
        .extracting(this::path)
        .allSatisfy(path -> assertThat(path).startsWith(listing + "/" + call + "/"))
        .filteredOn(path -> path.contains(tokenCall))
        .hasSize(TOKENS);
    assertThat(spans).filteredOn(span -> call.equals(span.name())).hasSize(PAGES);
    assertThat(spans).filteredOn(span -> tokenCall.equals(span.name())).hasSize(TOKENS);
    assertThat(spans).filteredOn(span -> listing.equals(span.name())).hasSize(1);
  }

  /** The names of the spans from below the job to the request that the server received. */
  private String path(ReceivedRequest request) {
    Map<String, MutableSpan> byId = new TreeMap<>();
    spans.forEach(span -> byId.put(span.id(), span));
    MutableSpan span = byId.get(request.header("X-B3-SpanId"));
    assertThat(span.kind()).isEqualTo(brave.Span.Kind.CLIENT);
    String path = span.name();
    for (span = byId.get(span.parentId()); span != job(); span = byId.get(span.parentId())) {
      path = span.name() + "/" + path;
    }
    return path;
  }

  /** Checks that there is one trace, on each thread that logs, and that it names no audience. */
  void assertOneTrace() {
    assertThat(spans)
        .allSatisfy(
            span -> {
              assertThat(span.traceId()).isEqualTo(job().traceId());
              assertThat(span + " " + span.error()).doesNotContain(AUDIENCE);
            });
    assertThat(log)
        .hasSizeGreaterThanOrEqualTo(PAGES + FAILURES + TOKENS)
        .allSatisfy(line -> assertThat(line).contains("[" + job().traceId() + "]"))
        .anySatisfy(line -> assertThat(line).startsWith("thrive-page"));
  }

  MutableSpan job() {
    List<MutableSpan> roots = spans.stream().filter(span -> span.parentId() == null).toList();
    assertThat(roots).extracting(MutableSpan::name).containsExactly("job");
    return roots.get(0);
  }
}
