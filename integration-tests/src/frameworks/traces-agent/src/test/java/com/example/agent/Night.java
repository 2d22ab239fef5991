package com.example.agent;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.github.thriveaudience.testing.Scenarios.failsOnce;
import static io.github.thriveaudience.testing.Scenarios.members;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.thriveaudience.testing.ReceivedRequest;
import io.github.thriveaudience.testing.ThriveStubs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The job runs once, in a process with the agent, against an API of which much goes wrong.
 *
 * @param spans as the agent exports them, in the JSON of OTLP
 */
record Night(List<JsonNode> spans, List<ReceivedRequest> requests, List<String> log) {
  private static final JsonMapper JSON = new JsonMapper();

  static final String AUDIENCE = "payroll-team";

  static final int PAGES = 20;

  /** A 408 for the first page, and while eight pages are in flight a 503 and a 401. */
  static final int FAILURES = 3;

  /** One at first, and one after the 401. */
  static final int TOKENS = 2;

  static Night run(Path folder) throws Exception {
    try (ThriveStubs stubs = ThriveStubs.start()) {
      stubs.given(AUDIENCE, members(100 * PAGES), failsOnce(408));
      failsOnceForPage(stubs, 5, 503);
      failsOnceForPage(stubs, 9, 401);
      Path output = folder.resolve("output");
      Path log = folder.resolve("log");
      Process process =
          process(stubs).redirectOutput(output.toFile()).redirectError(log.toFile()).start();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
      stubs.verify();
      return new Night(
          spans(Files.readAllLines(output)), stubs.requests(), Files.readAllLines(log));
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

  private static ProcessBuilder process(ThriveStubs stubs) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-javaagent:target/dependency/opentelemetry-javaagent.jar",
            "-cp",
            "target/classes"
                + File.pathSeparator
                + Files.readString(Path.of("target/run-time-class-path.txt")).strip(),
            "com.example.agent.NightlyJob",
            AUDIENCE);
    builder
        .environment()
        .putAll(
            Map.of(
                "OTEL_TRACES_EXPORTER", "experimental-otlp/stdout",
                "OTEL_METRICS_EXPORTER", "none",
                "OTEL_LOGS_EXPORTER", "none",
                "CLIENT_LOG_LEVEL", "DEBUG"));
    builder
        .environment()
        .putAll(
            Map.of(
                "BASE_URI", stubs.url().toString(),
                "TOKEN_URI", stubs.tokenUrl().toString(),
                "TENANT_ID", ThriveStubs.TENANT_ID,
                "CLIENT_ID", ThriveStubs.CLIENT_ID,
                "CLIENT_SECRET", ThriveStubs.CLIENT_SECRET));
    return builder;
  }

  private static List<JsonNode> spans(List<String> output) throws IOException {
    assertThat(output).contains(100 * PAGES + " members");
    List<JsonNode> spans = new ArrayList<>();
    for (String line : output) {
      if (line.startsWith("{")) {
        for (JsonNode scope : JSON.readTree(line).findValues("spans")) {
          scope.forEach(spans::add);
        }
      }
    }
    return spans;
  }
}
