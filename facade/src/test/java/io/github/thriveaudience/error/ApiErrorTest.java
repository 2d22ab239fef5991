package io.github.thriveaudience.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiErrorTest {
  /** What Java wrote of an error before there were headers. */
  private static final String WITHOUT_HEADERS =
      "rO0ABXNyADFpby5naXRodWIudGhyaXZlYXVkaWVuY2UuZXJyb3IuQXBpRXJyb3JzJEFwaUVycm9yAAAA"
          + "AAAAAAACAAVJAAZzdGF0dXNMAAVlcnJvcnQAEkxqYXZhL2xhbmcvU3RyaW5nO0wAB21lc3NhZ2VxAH4A"
          + "AUwACXJlcXVlc3RJZHEAfgABTAAKcmV0cnlBZnRlcnQAFExqYXZhL3RpbWUvRHVyYXRpb247eHAAAAGt"
          + "dAARVG9vIE1hbnkgUmVxdWVzdHNwdAAEaWQtMXA=";

  @Test
  void hasOnlyTheStatusByDefault() {
    assertThat(ApiError.of(502))
        .hasToString(
            "ApiError[status=502, error=null, message=null, requestId=null, retryAfter=null]");
  }

  @Test
  void changesEachComponentSeparately() {
    assertThat(full())
        .hasToString(
            "ApiError[status=429, error=Too Many Requests, message=***, requestId=theirs,"
                + " retryAfter=PT7S]");
    assertThat(full().withError(null).withMessage(null).withRequestId(null).withRetryAfter(null))
        .isEqualTo(ApiError.of(429));
  }

  @Test
  void isEqualByValue() {
    assertThat(full()).isEqualTo(full()).hasSameHashCodeAs(full()).isNotEqualTo(ApiError.of(429));
  }

  @Test
  void showsTheNamesOfItsHeadersAlone() {
    assertThat(full().withHeaders(Map.of("X-User", List.of("jane.doe"))).toString())
        .endsWith(", retryAfter=PT7S, headers=[X-User]]");
  }

  @Test
  void isEqualByItsHeadersToo() {
    ApiError one = full().withHeaders(Map.of("X-Left", List.of("1")));

    assertThat(one).isNotEqualTo(full()).isNotEqualTo(one.withHeaders(Map.of()));
    assertThat(full().withHeaders(Map.of("x-LEFT", List.of("1"))))
        .isEqualTo(one)
        .hasSameHashCodeAs(one);
    assertThat(one.withError(null).withMessage(null).withRequestId(null).withRetryAfter(null))
        .isEqualTo(ApiError.of(429).withHeaders(one.headers()));
  }

  @Test
  void ofAnOlderVersionHasNoHeaders() throws Exception {
    byte[] bytes = Base64.getDecoder().decode(WITHOUT_HEADERS);

    assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject())
        .isEqualTo(ApiError.of(429).withError("Too Many Requests").withRequestId("id-1"));
  }

  @Test
  void isSerializedWithItsException() {
    Map<String, List<String>> headers = Map.of("X-Left", List.of("0"));
    ThriveApiException copy =
        Serialization.deserialized(new RateLimitedException("Slow.", full().withHeaders(headers)));

    assertThat(copy.status()).isEqualTo(429);
    assertThat(copy.error()).isEqualTo("Too Many Requests");
    assertThat(copy.apiMessage()).isEqualTo("slow down");
    assertThat(copy.requestId()).isEqualTo("theirs");
    assertThat(copy.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(copy.headers()).isEqualTo(headers);
    assertThat(copy.headers().get("x-left")).containsExactly("0");
  }

  private static ApiError full() {
    return ApiError.of(429)
        .withError("Too Many Requests")
        .withMessage("slow down")
        .withRequestId("theirs")
        .withRetryAfter(Duration.ofSeconds(7));
  }
}
