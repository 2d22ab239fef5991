package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.BadRequestException;
import io.github.thriveaudience.error.ConflictException;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import io.github.thriveaudience.error.UnprocessableContentException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ViolatesContract("gateways respond with any status and any body")
class ErrorResponseTest extends WireTest {
  private static final Map<Integer, Class<? extends ThriveApiException>> DOCUMENTED =
      Map.of(
          400, BadRequestException.class,
          401, UnauthorizedException.class,
          403, ForbiddenException.class,
          404, NotFoundException.class,
          409, ConflictException.class,
          422, UnprocessableContentException.class,
          429, RateLimitedException.class);

  static IntStream statuses() {
    return IntStream.rangeClosed(300, 599);
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void eachStatusHasItsException(int status) {
    respond(
        json("""
                {"status":%d,"error":"Word","message":"%s@example.com has %s"}"""
                .formatted(status, LeakAssertions.PERSONAL_DATA, SECRET))
            .withStatus(status)
            .withHeader("Location", baseUri() + "/elsewhere/" + LeakAssertions.PERSONAL_DATA));

    ThriveApiException thrown = failure();

    assertThat(thrown).isExactlyInstanceOf(expected(status));
    assertThat(thrown.status()).isEqualTo(status);
    assertThat(thrown)
        .hasMessageContaining(
            baseUri() + " responded with " + status + " for audience \"tech-team\": ");
    if (status != 304) { // which has no body
      assertThat(thrown.error()).isEqualTo("Word");
      assertThat(thrown.apiMessage()).endsWith(SECRET);
    }
    LeakAssertions.assertNoLeaks(thrown);
    assertThat(requests()).hasSize(1);
  }

  private static Class<? extends ThriveApiException> expected(int status) {
    return DOCUMENTED.getOrDefault(
        status, status >= 500 ? ServerErrorException.class : UnexpectedStatusException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void neverFollowsARedirect(int status) {
    respond(aResponse().withStatus(status).withHeader("Location", "/rest/v1/other"));

    assertThat(failure()).hasMessageContaining("never followed");
    assertThat(requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "42",
        "\"text\"",
        "{",
        "{\"message\":",
        "<html><body>502 jane.doe</body></html>",
        "{\"message\":{\"jane.doe\":1}}",
        "\u0000\u0001jane.doe",
      })
  void keepsTheStatusOfAnUnreadableBody(String body) {
    respond(aResponse().withStatus(503).withHeader("X-Request-Id", "req-1").withBody(body));

    ThriveApiException thrown = failure();

    assertThat(thrown).isExactlyInstanceOf(ServerErrorException.class);
    assertThat(thrown.error()).isNull();
    assertThat(thrown.apiMessage()).isNull();
    assertThat(thrown.requestId()).isEqualTo("req-1");
    assertThat(thrown).hasMessageContaining("Request id: req-1");
    LeakAssertions.assertNoLeaks(thrown);
  }

  @Test
  void keepsTheStatusOfABodyThatIsNotGzip() {
    respond(aResponse().withStatus(404).withHeader("Content-Encoding", "gzip").withBody("plain"));

    assertThat(failure()).isExactlyInstanceOf(NotFoundException.class);
  }

  @Test
  void readsTheKnownFieldsOfABody() {
    respond(json("{\"status\":\"X\",\"message\":\"busy\",\"more\":[1]}").withStatus(409));
    assertThat(failure().status()).isEqualTo(409);
    assertThat(failure().error()).isNull();
    assertThat(failure().apiMessage()).isEqualTo("busy");

    respond(json("{\"error\":\"Bad Request\",\"message\":[\"a\",\"b\"]}").withStatus(400));
    assertThat(failure().error()).isEqualTo("Bad Request");
    assertThat(failure().apiMessage()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-Request-Id", "x-correlation-id", "x-amzn-RequestId", "apigw-requestid"})
  void readsTheRequestId(String header) {
    respond(json("{}").withStatus(500).withHeader(header, "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"));

    assertThat(failure().requestId()).isEqualTo("c6af9ac6-7b61-11e6-9a41-93e8deadbeef");
  }

  @Test
  void ignoresAnInvalidRequestId() {
    respond(json("{}").withStatus(500).withHeader("X-Request-Id", "a b <script>"));

    assertThat(failure().requestId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "30, PT30S",
    "'Wed, 21 Oct 2026 07:28:00 GMT', PT1M",
    "soon, ",
    "-1, ",
  })
  void readsRetryAfter(String header, Duration expected) {
    respond(
        json("{}")
            .withStatus(429)
            .withHeader("Retry-After", header)
            .withHeader("Date", "Wed, 21 Oct 2026 07:27:00 GMT"));

    ThriveApiException thrown = failure();

    assertThat(thrown).isExactlyInstanceOf(RateLimitedException.class);
    assertThat(thrown.retryAfter()).isEqualTo(expected);
  }

  @Test
  void usesTheLongerOfTwoRetryAfterValues() {
    respond(json("{}").withStatus(503).withHeader("Retry-After", "5", "60"));
    assertThat(failure().retryAfter()).isEqualTo(Duration.ofMinutes(1));

    respond(json("{}").withStatus(503).withHeader("Retry-After", "60, 5"));
    assertThat(failure().retryAfter()).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({
    "401, Check that they belong to",
    "403, do not allow",
    "404, Check its spelling",
    "422, apiMessage()",
    "429, Wait",
    "500, Try again later",
    "418, does not list this status",
  })
  void messageSuggestsAFix(int status, String advice) {
    respond(json("{}").withStatus(status));

    assertThat(failure()).hasMessageContaining(advice);
  }

  @Test
  void messageShortensAndSanitizesTheAudience() {
    respond(json("{}").withStatus(404));

    Throwable thrown =
        catchThrowableOfType(
            NotFoundException.class, () -> client().members("a/ü\n" + "x".repeat(500)).page(1));

    assertThat(thrown).hasMessageContaining("audience \"a/ü?" + "x".repeat(96) + "...\"");
  }

  private static ThriveApiException failure() {
    return catchThrowableOfType(
        ThriveApiException.class, () -> client().members("tech-team").page(1));
  }
}
