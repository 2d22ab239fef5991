package com.example.nightly;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.github.thriveaudience.testing.Scenarios.failsOnce;
import static io.github.thriveaudience.testing.Scenarios.members;

import io.github.thriveaudience.testing.ReceivedRequest;
import io.github.thriveaudience.testing.ThriveStubs;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The application runs its job once, against an API of which much goes wrong. */
record Night(List<SpanData> spans, List<ReceivedRequest> requests, List<String> log, long timed) {
  static final String AUDIENCE = "payroll-team";

  static final int PAGES = 20;

  /** A 408 for the first page, and while eight pages are in flight a 503 and a 401. */
  static final int FAILURES = 3;

  /** One at first, and one after the 401. */
  static final int TOKENS = 2;

  static Night run(Path log) throws Exception {
    try (ThriveStubs stubs = ThriveStubs.start()) {
      stubs.given(AUDIENCE, members(100 * PAGES), failsOnce(408));
      failsOnceForPage(stubs, 5, 503);
      failsOnceForPage(stubs, 9, 401);
      Night night;
      try (ConfigurableApplicationContext application = start(stubs, log)) {
        runJob(application);
        application.getBean(SdkTracerProvider.class).forceFlush().join(1, TimeUnit.MINUTES);
        night =
            new Night(
                application.getBean(InMemorySpanExporter.class).getFinishedSpanItems(),
                stubs.requests(),
                Files.readAllLines(log),
                timed(application.getBean(MeterRegistry.class)));
      }
      stubs.verify();
      return night;
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

  private static ConfigurableApplicationContext start(ThriveStubs stubs, Path log) {
    return new SpringApplicationBuilder(NightlyApplication.class, Traces.class)
        .run(
            "--thrive.audience.base-uri=" + stubs.url(),
            "--thrive.audience.token-uri=" + stubs.tokenUrl(),
            "--THRIVE_TENANT_ID=" + ThriveStubs.TENANT_ID,
            "--THRIVE_CLIENT_ID=" + ThriveStubs.CLIENT_ID,
            "--THRIVE_CLIENT_SECRET=" + ThriveStubs.CLIENT_SECRET,
            "--nightly.schedule=0 0 3 29 2 *",
            "--management.otlp.metrics.export.enabled=false",
            "--logging.level.io.github.thriveaudience.client=DEBUG",
            "--logging.threshold.console=INFO",
            "--logging.file.name=" + log);
  }

  /** As the scheduler would do at three. */
  private static void runJob(ConfigurableApplicationContext application) throws Exception {
    Runnable job =
        application
            .getBean(ScheduledTaskHolder.class)
            .getScheduledTasks()
            .iterator()
            .next()
            .getTask()
            .getRunnable();
    application.getBean(TaskScheduler.class).schedule(job, Instant.now()).get();
  }

  private static long timed(MeterRegistry meters) {
    return meters.get("thrive.client.requests").timers().stream()
        .mapToLong(timer -> timer.count())
        .sum();
  }

  /** The application's own way to export spans. */
  @Configuration(proxyBeanMethods = false)
  static class Traces {
    @Bean
    InMemorySpanExporter spanExporter() {
      return InMemorySpanExporter.create();
    }
  }
}
