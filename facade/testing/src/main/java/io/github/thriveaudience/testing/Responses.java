package io.github.thriveaudience.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Responses of the API, of its token endpoint, and of what stands in front of them. */
final class Responses {
  /** Longer than any test: the end of the test releases the request. */
  private static final Duration NEVER = Duration.ofDays(1);

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(409, "Conflict"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  private static final String GATEWAY_PAGE =
      """
      <html>
      <head><title>502 Bad Gateway</title></head>
      <body><center><h1>502 Bad Gateway</h1></center></body>
      </html>
      """;

  private Responses() {}

  static StubResponse json(int status, String body) {
    return at(jsonBuilder(status, body));
  }

  /** An error as the API documents it. */
  static StubResponse error(int status) {
    return at(errorBuilder(status));
  }

  static StubResponse throttled(long retryAfterSeconds) {
    return at(errorBuilder(429).withHeader("Retry-After", Long.toString(retryAfterSeconds)));
  }

  static StubResponse unauthorized() {
    return at(
        errorBuilder(401)
            .withHeader("WWW-Authenticate", "Basic realm=\"Thrive Learning public API\""));
  }

  /** The token endpoint does not accept the client (RFC 6749, section 5.2). */
  static StubResponse invalidClient() {
    return at(
        jsonBuilder(401, Json.write(Map.of("error", "invalid_client")))
            .withHeader("WWW-Authenticate", "Basic realm=\"Thrive Learning tokens\""));
  }

  static StubResponse gateway() {
    return at(
        aResponse().withStatus(502).withHeader("Content-Type", "text/html").withBody(GATEWAY_PAGE));
  }

  static StubResponse reset() {
    return at(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
  }

  /** No response while the test runs, and a reset when it ends. */
  static StubResponse none() {
    return reset().delayedBy(NEVER);
  }

  private static ResponseDefinitionBuilder errorBuilder(int status) {
    String reason = Objects.requireNonNullElse(REASONS.get(status), "Error");
    return jsonBuilder(
        status,
        Json.write(
            Map.of("status", status, "error", reason, "message", "This test asked for it.")));
  }

  private static ResponseDefinitionBuilder jsonBuilder(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  private static StubResponse at(ResponseDefinitionBuilder response) {
    return new StubResponse(response.build(), Duration.ZERO);
  }
}
