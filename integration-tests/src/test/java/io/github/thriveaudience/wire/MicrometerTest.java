package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.micrometer.MicrometerListener;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MicrometerTest extends WireTest {
  private static final String REQUEST =
      "client.name=127.0.0.1 method=GET uri=/audiences/{audienceId}/members";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TestTime time = new TestTime();

  @Test
  void countsRequestCallPageAndMembers() {
    respond(json(Pages.page(25, 1, 1000)));

    readPage("tech-team");

    assertThat(meters())
        .isEqualTo(
            """
            thrive.client.calls exception=none %1$s outcome=SUCCESS status=200 error=none: 1
            thrive.client.members client.name=127.0.0.1: 25
            thrive.client.pages client.name=127.0.0.1: 1
            thrive.client.requests exception=none %1$s outcome=SUCCESS status=200 error=none: 1"""
                .formatted(REQUEST));
    Timer requests = registry.get("thrive.client.requests").timer();
    assertThat(requests.totalTime(TimeUnit.NANOSECONDS)).isPositive();
  }

  @Test
  @ViolatesContract("an undocumented response")
  void countsAttemptsAsRequestsAndRetriesOfOneCall() {
    API.stubFor(
        any(anyUrl())
            .inScenario("recovers")
            .whenScenarioStateIs(STARTED)
            .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "1"))
            .willSetStateTo("recovered"));
    API.stubFor(
        any(anyUrl())
            .inScenario("recovers")
            .whenScenarioStateIs("recovered")
            .willReturn(json(Pages.page(5, 1, 1000))));

    list(2);

    assertThat(meters())
        .isEqualTo(
            """
            thrive.client.calls exception=none %1$s outcome=SUCCESS status=200 error=none: 1
            thrive.client.members client.name=127.0.0.1: 5
            thrive.client.pages client.name=127.0.0.1: 1
            thrive.client.requests exception=none %1$s outcome=SERVER_ERROR status=503 error=none: 1
            thrive.client.requests exception=none %1$s outcome=SUCCESS status=200 error=none: 1
            thrive.client.retries exception=ServerErrorException %1$s outcome=SERVER_ERROR status=503: 1"""
                .formatted(REQUEST));
  }

  @Test
  @ViolatesContract("an undocumented response")
  void countsFailuresByOutcome() {
    for (var response :
        new ResponseDefinitionBuilder[] {
          aResponse().withStatus(404),
          aResponse().withStatus(302),
          aResponse().withStatus(300),
          json("{}"),
          aResponse().withFault(Fault.EMPTY_RESPONSE)
        }) {
      respond(response);
      assertThat(catchThrowable(() -> readPage("tech-team"))).isNotNull();
    }

    assertThat(meters())
        .isEqualTo(
            """
            thrive.client.calls exception=MalformedResponseException %1$s outcome=UNKNOWN status=200 error=MalformedResponseException: 1
            thrive.client.calls exception=NotFoundException %1$s outcome=CLIENT_ERROR status=404 error=NotFoundException: 1
            thrive.client.calls exception=ThriveConnectionException %1$s outcome=UNKNOWN status=CLIENT_ERROR error=ThriveConnectionException: 1
            thrive.client.calls exception=UnexpectedStatusException %1$s outcome=REDIRECTION status=300 error=UnexpectedStatusException: 1
            thrive.client.calls exception=UnexpectedStatusException %1$s outcome=REDIRECTION status=302 error=UnexpectedStatusException: 1
            thrive.client.requests exception=ThriveConnectionException %1$s outcome=UNKNOWN status=CLIENT_ERROR error=ThriveConnectionException: 1
            thrive.client.requests exception=none %1$s outcome=CLIENT_ERROR status=404 error=none: 1
            thrive.client.requests exception=none %1$s outcome=REDIRECTION status=300 error=none: 1
            thrive.client.requests exception=none %1$s outcome=REDIRECTION status=302 error=none: 1
            thrive.client.requests exception=none %1$s outcome=SUCCESS status=200 error=none: 1"""
                .formatted(REQUEST));
  }

  @Test
  void countsTokenRequestsAsCalls() {
    respond(json("{\"error\":\"invalid_client\"}").withStatus(401));

    var unwanted = oauth2Builder().addListener(MicrometerListener.of(registry)).build();
    assertThat(catchThrowable(() -> unwanted.members("tech-team").page(1))).isNotNull();

    assertThat(meters())
        .contains(
            "thrive.client.calls exception=TokenRequestException client.name=127.0.0.1 method=POST"
                + " uri=/oauth2/token/{tenantId} outcome=CLIENT_ERROR status=401"
                + " error=TokenRequestException: 1")
        .contains("thrive.client.requests exception=none client.name=127.0.0.1 method=POST");
  }

  @Test
  @Timeout(30)
  @ViolatesContract("an undocumented response")
  void showsTheRateAndTheQueue() {
    respond(aResponse().withStatus(429).withHeader("Retry-After", "100"));

    try (AudienceMembersClient client =
        builder().maxAttempts(2).addListener(MicrometerListener.of(registry)).build()) {
      assertThat(gauge("rate")).as("requests are not paced yet").isNaN();
      Thread reader = new Thread(() -> catchThrowable(() -> client.members("tech-team").page(1)));
      reader.start();
      while (!(gauge("queue.length") == 1 && gauge("rate") == 1)) {
        Thread.onSpinWait();
      }
    }

    assertThat(registry.get("thrive.client.throttled").counter().count()).isEqualTo(1);
    assertThat(registry.get("thrive.client.queue.time").timer().count()).isEqualTo(1);
    while (gauge("queue.length") > 0) {
      Thread.onSpinWait(); // until the waiting call has found the client closed
    }
  }

  private double gauge(String name) {
    return registry.get("thrive.client." + name).gauge().value();
  }

  @Test
  void hasNoMeterPerAudience() {
    respond(json(Pages.page(25, 1, 1000)));
    readPage("tech-team");
    int before = registry.getMeters().size();

    for (int i = 0; i < 20; i++) {
      readPage("team " + i);
    }

    assertThat(registry.getMeters()).hasSize(before);
  }

  private void readPage(String audience) {
    try (AudienceMembersClient client =
        builder().addListener(MicrometerListener.of(registry)).build()) {
      client.members(audience).page(1);
    }
  }

  private void list(int maxAttempts) {
    var connection = GatewayFixtures.connection(time, maxAttempts, MicrometerListener.of(registry));
    GatewayFixtures.list(GatewayFixtures.basic(baseUri(), connection), 1, 1000);
  }

  private String meters() {
    return registry.getMeters().stream()
        .filter(meter -> meter.getId().getTag("method") != null || isOfPages(meter))
        .map(MicrometerTest::meter)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static boolean isOfPages(Meter meter) {
    return Set.of("thrive.client.pages", "thrive.client.members").contains(meter.getId().getName());
  }

  private static String meter(Meter meter) {
    String tags =
        meter.getId().getTags().stream()
            .sorted((one, other) -> rank(one) - rank(other))
            .map(tag -> tag.getKey() + '=' + tag.getValue())
            .collect(Collectors.joining(" "));
    long count = (long) meter.measure().iterator().next().getValue();
    return meter.getId().getName() + ' ' + tags + ": " + count;
  }

  /** Orders the tags so that those of {@link #REQUEST} are adjacent. */
  private static int rank(Tag tag) {
    return List.of("exception", "client.name", "method", "uri", "outcome", "status", "error")
        .indexOf(tag.getKey());
  }
}
