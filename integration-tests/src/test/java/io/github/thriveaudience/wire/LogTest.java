package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.internal.api.MembersGateway;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The client's log lines. Tests log to java.util.logging: DEBUG is FINE there, and TRACE FINEST.
 */
class LogTest extends WireTest {
  private static final Level DEBUG = Level.FINE;
  private static final Level TRACE = Level.FINEST;

  private final RecordedLog log = RecordedLog.ofTheClient();
  private final TestTime time = new TestTime();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void logsEachRequestAtDebug() {
    respond(json(Pages.page(25, 1, 1000)).withHeader("X-Request-Id", "req-1"));

    client().members("tech-team").page(1);

    assertThat(log.at(DEBUG))
        .singleElement()
        .asString()
        .matches(
            "GET /audiences/\\{audienceId}/members of http://127\\.0\\.0\\.1:\\d+/: 200 after \\d+ ms,"
                + " attempt 1, 0 bytes sent, \\d{3} bytes received, correlation id "
                + id()
                + ", request id req-1");
    assertThat(log.at(Level.INFO)).isEmpty();
    assertThat(log.at(Level.WARNING)).isEmpty();
  }

  @Test
  @ViolatesContract("an undocumented response")
  void logsThrottlingOnceAtWarning() {
    respond(
        aResponse()
            .withStatus(429)
            .withHeader("Retry-After", "30")
            .withHeader("X-Request-Id", "req-1")
            .withBody("jane.doe"));

    catchThrowable(() -> list(2));

    assertThat(log.at(Level.WARNING))
        .singleElement()
        .asString()
        .matches(
            "TEST throttles this client with a 429, for 30 s: at most 1\\.0 requests per second may"
                + " leave, correlation id "
                + id()
                + ", request id req-1");
    assertThat(log.at(Level.INFO)).isEmpty();
    assertThat(log.at(DEBUG)).filteredOn(line -> line.contains(": 429 after ")).hasSize(5);
    assertThat(log.at(DEBUG)).anyMatch(line -> line.contains("attempt 1 ended with 429"));
  }

  @Test
  @ViolatesContract("an undocumented response")
  void namesTheExceptionIfThereIsNoResponse() {
    respond(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    catchThrowable(() -> list(2));

    assertThat(log.at(DEBUG))
        .hasSize(2)
        .allMatch(line -> line.contains(": ThriveConnectionException after "));
    assertThat(log.at(Level.INFO))
        .singleElement()
        .asString()
        .contains("attempt 1 ended with ThriveConnectionException");
  }

  @Test
  void logsAFailedTokenRequestAtWarning() {
    respond(json("{\"error\":\"invalid_client\"}").withStatus(401));

    catchThrowable(() -> oauth2Builder().build().members("tech-team").page(1));

    assertThat(log.at(Level.WARNING))
        .singleElement()
        .asString()
        .startsWith("POST /oauth2/token/{tenantId} of ")
        .contains(" failed after 1 requests: ", "the client was rejected", id());
  }

  @Test
  void logsOnlyListedHeaders() {
    respond(
        json(Pages.page(25, 1, 1000))
            .withHeader("Cache-Control", "no-cache\u0085forged line")
            .withHeader("X-Request-Id", "jane.doe@example.com")
            .withHeader("Server", "jane.doe")
            .withHeader("Set-Cookie", "session=jane.doe")
            .withHeader("X-User", "jane.doe@example.com"));

    client().members("tech-team").page(1);

    List<String> lines = log.at(TRACE);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("Headers sent: {accept=application/json, accept-encoding=gzip, ")
        .contains("x-correlation-id=" + id(), "user-agent=thrive-audience-java/")
        .doesNotContain("uthorization");
    assertThat(lines.get(1))
        .startsWith("Headers received: {cache-control=(not shown), content-encoding=gzip, ")
        .contains("x-request-id=(not shown)")
        .endsWith(", correlation id " + id())
        .doesNotContain("\u0085", "jane.doe", "ookie", "x-user", "server");
  }

  private void list(int maxAttempts) {
    MembersGateway gateway =
        GatewayFixtures.basic(baseUri(), GatewayFixtures.connection(time, maxAttempts));
    GatewayFixtures.list(gateway, 1, 1000);
  }

  private static String id() {
    return requests().get(0).getHeader("X-Correlation-Id");
  }
}
