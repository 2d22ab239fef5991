package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ThriveApiException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a client pauses when several of its calls are throttled. */
class ServerPauseTest {
  private final ServerPause pause = new ServerPause(new ManualTime(Duration.ofDays(1).toNanos()));

  @Test
  void isZeroUntilThrottled() {
    assertThat(pause.left()).isZero();

    pause.obey(errorResponse(500, 30));
    assertThat(pause.left()).as("no throttling status").isZero();
  }

  @Test
  void longerPauseReplacesAShorterOne() {
    pause.obey(errorResponse(503, 10));
    pause.obey(errorResponse(429, 30));

    assertThat(pause.left()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void shorterPauseIsIgnored() {
    pause.obey(errorResponse(429, 30));
    pause.obey(errorResponse(503, 10));

    assertThat(pause.left()).isEqualTo(Duration.ofSeconds(30));
    assertThat(pause.tooLong(Calls.OF_MEMBERS)).isExactlyInstanceOf(RateLimitedException.class);
  }

  private static ThriveApiException errorResponse(int status, long seconds) {
    return ApiExceptions.of(
        ApiError.of(status).withRetryAfter(Duration.ofSeconds(seconds)), "status " + status);
  }
}
