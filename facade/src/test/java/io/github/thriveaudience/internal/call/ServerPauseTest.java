package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ThriveApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How long a client holds still when several of its calls were told to wait. */
class ServerPauseTest {
  private final ServerPause pause = new ServerPause(new StandingTime());

  /** A clock that stands still, some way from zero. */
  private static final class StandingTime implements Time {
    @Override
    public Instant instant() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      return Duration.ofDays(1).toNanos();
    }

    @Override
    public boolean await(CountDownLatch end, Duration longest) {
      throw new AssertionError("nobody waits here");
    }
  }

  @Test
  void isNoneUntilTheServerAsksForOne() {
    assertThat(pause.left()).isZero();

    pause.obey(answer(500, 30));
    assertThat(pause.left()).as("which that status does not").isZero();
  }

  @Test
  void aLongerOneReplacesAShorterOne() {
    pause.obey(answer(503, 10));
    pause.obey(answer(429, 30));

    assertThat(pause.left()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aShorterOneChangesNothing() {
    pause.obey(answer(429, 30));
    pause.obey(answer(503, 10));

    assertThat(pause.left()).isEqualTo(Duration.ofSeconds(30));
    assertThat(pause.tooLong(Calls.OF_MEMBERS)).isExactlyInstanceOf(RateLimitedException.class);
  }

  private static ThriveApiException answer(int status, long seconds) {
    return ApiExceptions.of(
        ApiError.of(status).withRetryAfter(Duration.ofSeconds(seconds)), "status " + status);
  }
}
