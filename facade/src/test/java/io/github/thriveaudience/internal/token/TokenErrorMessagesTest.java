package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.internal.call.Calls;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenErrorMessagesTest {
  @ParameterizedTest
  @MethodSource("io.github.thriveaudience.internal.http.StatusAdvice#ofBothEndpoints")
  void adviseByStatus(int status, String advice) {
    assertThat(message(status, null)).contains(advice);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504, 599, 408})
  void nameRetryAfter(int status) {
    String seconds = "Wait for 300 s before the next one.";

    assertThat(message(status, Duration.ofMinutes(5))).endsWith(seconds);
    assertThat(message(status, Duration.ofMillis(299_001))).endsWith(seconds);
    assertThat(message(status, null)).doesNotContain("Wait for");
  }

  private static String message(int status, @Nullable Duration wait) {
    return TokenErrorMessages.of(Calls.OF_TOKEN, ApiError.of(status).withRetryAfter(wait));
  }
}
