package com.example.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.thriveaudience.testing.ReceivedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyJobTest {
  private static final int REQUESTS = Night.PAGES + Night.FAILURES + Night.TOKENS;

  /** The kind of a span, in OTLP. */
  private static final int CLIENT = 3;

  private static Night night;

  @BeforeAll
  static void runTheJob(@TempDir Path folder) throws Exception {
    night = Night.run(folder);
  }

  @Test
  void hasOneTraceWithEachRequestBelowTheJob() {
    JsonNode job = job();

    assertThat(night.spans())
        .hasSize(1 + REQUESTS)
        .allSatisfy(span -> assertThat(span.get("traceId")).isEqualTo(job.get("traceId")));
    assertThat(night.requests())
        .hasSize(REQUESTS)
        .allSatisfy(
            request -> {
              JsonNode span = span(traceparent(request)[2]);
              assertThat(span.get("kind").intValue()).isEqualTo(CLIENT);
              assertThat(span.get("parentSpanId")).isEqualTo(job.get("spanId"));
              assertThat(traceparent(request)[1]).isEqualTo(job.get("traceId").textValue());
            })
        .extracting(request -> traceparent(request)[2])
        .doesNotHaveDuplicates();
  }

  @Test
  void logsItsTraceOnEachThread() {
    String traceId = "[" + job().get("traceId").textValue() + "]";

    assertThat(night.log())
        .filteredOn(line -> line.contains("io.github.thriveaudience.client"))
        .hasSizeGreaterThanOrEqualTo(REQUESTS)
        .allSatisfy(line -> assertThat(line).contains(traceId))
        .anySatisfy(line -> assertThat(line).startsWith("thrive-page"));
  }

  /** The agent itself notes each URL. */
  @Test
  void namesTheAudienceInUrlsOnly() {
    List<String> attributes = new ArrayList<>();
    night
        .spans()
        .forEach(span -> span.get("attributes").forEach(each -> attributes.add(each.toString())));

    assertThat(attributes)
        .filteredOn(attribute -> attribute.contains(Night.AUDIENCE))
        .hasSize(Night.PAGES + Night.FAILURES)
        .allSatisfy(attribute -> assertThat(attribute).contains("\"key\":\"url.full\""));
    assertThat(night.spans())
        .allSatisfy(
            span ->
                assertThat(span.get("name") + " " + span.get("events"))
                    .doesNotContain(Night.AUDIENCE));
  }

  private static String[] traceparent(ReceivedRequest request) {
    return String.valueOf(request.header("traceparent")).split("-");
  }

  private static JsonNode span(String id) {
    return night.spans().stream()
        .filter(span -> span.get("spanId").textValue().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no span " + id));
  }

  private static JsonNode job() {
    List<JsonNode> roots =
        night.spans().stream()
            .filter(span -> span.path("parentSpanId").asText().isEmpty())
            .toList();
    assertThat(roots).extracting(span -> span.get("name").textValue()).containsExactly("job");
    return roots.get(0);
  }
}
