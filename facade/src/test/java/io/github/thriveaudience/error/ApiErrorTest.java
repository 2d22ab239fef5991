package io.github.thriveaudience.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApiErrorTest {

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
  void isSerializedWithItsException() {
    ThriveApiException copy = Serialization.deserialized(new RateLimitedException("Slow.", full()));

    assertThat(copy.status()).isEqualTo(429);
    assertThat(copy.error()).isEqualTo("Too Many Requests");
    assertThat(copy.apiMessage()).isEqualTo("slow down");
    assertThat(copy.requestId()).isEqualTo("theirs");
    assertThat(copy.retryAfter()).isEqualTo(Duration.ofSeconds(7));
  }

  private static ApiError full() {
    return ApiError.of(429)
        .withError("Too Many Requests")
        .withMessage("slow down")
        .withRequestId("theirs")
        .withRetryAfter(Duration.ofSeconds(7));
  }
}
