package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.internal.api.MembersGateway;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The warning of an endpoint that is deprecated or will end. */
class DeprecationTest extends WireTest {
  private static final String SINCE = "@1688169599";
  private static final String UNTIL = "Fri, 31 Dec 2100 23:59:59 GMT";

  private final RecordedLog log = RecordedLog.ofTheClient();
  private final TestTime time = new TestTime();
  private final MembersGateway gateway =
      GatewayFixtures.basic(baseUri(), GatewayFixtures.connection(time, 1));

  @AfterEach
  void close() {
    log.close();
  }

  private static ResponseDefinitionBuilder deprecated() {
    return json(Pages.page(1, 1, 1000))
        .withHeader("Deprecation", SINCE)
        .withHeader("Sunset", UNTIL)
        .withHeader("Link", "<https://developer.example.com/v1>; rel=\"deprecation\"");
  }

  private List<String> warnings() {
    return log.at(Level.WARNING);
  }

  @Test
  void saysWhatIsDeprecatedSinceWhenAndUntilWhen() {
    respond(deprecated().withHeader("X-Request-Id", "req-1"));

    GatewayFixtures.list(gateway, 1, 1000);

    assertThat(warnings())
        .containsExactly(
            "GET /audiences/{audienceId}/members of TEST is deprecated since 2023-06-30T23:59:59Z"
                + " and may stop responding on 2100-12-31T23:59:59Z: see"
                + " https://developer.example.com/v1, correlation id "
                + requests().get(0).getHeader("X-Correlation-Id")
                + ", request id req-1");
  }

  @Test
  void isLoggedOnceADay() {
    respond(deprecated());

    GatewayFixtures.list(gateway, 1, 1000);
    GatewayFixtures.list(gateway, 1, 1000);
    time.advance(Duration.ofDays(1).minusMillis(1));
    GatewayFixtures.list(gateway, 1, 1000);
    assertThat(warnings()).hasSize(1);

    time.advance(Duration.ofMillis(1));
    GatewayFixtures.list(gateway, 1, 1000);
    GatewayFixtures.list(gateway, 1, 1000);
    assertThat(warnings()).hasSize(2);
  }

  /** A clock that was wrong must not silence it for years. */
  @Test
  void isLoggedAgainIfTheClockIsSetBack() {
    respond(deprecated());

    GatewayFixtures.list(gateway, 1, 1000);
    time.advance(Duration.ofDays(-400));
    GatewayFixtures.list(gateway, 1, 1000);

    assertThat(warnings()).hasSize(2);
  }

  @Test
  void isLoggedOnceByManyThreads() throws Exception {
    respond(deprecated());
    int threads = 8;
    CountDownLatch begin = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all =
          IntStream.range(0, threads)
              .<Future<?>>mapToObj(
                  number ->
                      pool.submit(
                          () -> {
                            begin.await();
                            return GatewayFixtures.list(gateway, 1, 1000);
                          }))
              .toList();
      begin.countDown();
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(requests()).hasSize(threads);
    assertThat(warnings()).hasSize(1);
  }

  @Test
  void isLoggedForEachClientAndEachDestination() {
    respond(deprecated());
    API.stubFor(
        post(urlPathMatching("/oauth2/token/.+"))
            .willReturn(token(SECRET).withHeader("Sunset", UNTIL)));

    for (int i = 0; i < 2; i++) {
      try (AudienceMembersClient client = oauth2Builder().build()) {
        client.members("tech-team").page(1);
        client.members("tech-team").page(1);
      }
    }

    assertThat(warnings())
        .hasSize(4)
        .satisfiesExactly(
            line ->
                assertThat(line).startsWith("POST /oauth2/token/{tenantId} of http://127.0.0.1"),
            line -> assertThat(line).startsWith("GET /audiences/{audienceId}/members of http://1"),
            line ->
                assertThat(line).startsWith("POST ").contains(" may stop responding on 2100-12"),
            line -> assertThat(line).startsWith("GET ").contains(" is deprecated since 2023-06-30"))
        .noneMatch(line -> line.contains("eu-west-2_Tenant"));
  }

  @Test
  @ViolatesContract("a response of a gateway")
  void isLoggedForErrorsToo() {
    respond(aResponse().withStatus(403).withHeader("Deprecation", "true"));

    assertThat(catchThrowable(() -> client().members("tech-team").page(1))).isNotNull();

    assertThat(warnings()).singleElement().asString().contains("/members of ", " is deprecated, ");
  }

  @Test
  void namesNoAudienceAndShowsNoValue() {
    respond(
        json(Pages.page(1, 1, 1000))
            .withHeader("Deprecation", "jane.doe \u0085forged line")
            .withHeader("Sunset", "jane.doe")
            .withHeader(
                "Link", "<https://api.example.com/audiences/tech-team>; rel=\"deprecation\""));

    client().members("tech-team").page(1);

    assertThat(warnings())
        .singleElement()
        .asString()
        .contains(
            " is deprecated (the date in its header Deprecation cannot be read) and may stop"
                + " responding (the date in its header Sunset cannot be read), correlation id ")
        .doesNotContain("jane", "forged", "\u0085", "tech-team");
  }

  @Test
  void isSilentWithoutThem() {
    respond(
        json(Pages.page(1, 1, 1000))
            .withHeader("Link", "<https://developer.example.com>; rel=\"deprecation\""));

    client().members("tech-team").page(1);

    assertThat(log.lines).isNotEmpty();
    assertThat(warnings()).isEmpty();
  }
}
