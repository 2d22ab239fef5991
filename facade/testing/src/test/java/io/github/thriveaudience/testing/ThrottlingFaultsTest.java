package io.github.thriveaudience.testing;

import static io.github.thriveaudience.testing.Scenarios.members;
import static io.github.thriveaudience.testing.Scenarios.throttledFor;
import static io.github.thriveaudience.testing.Scenarios.throttledOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.RateLimitedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Throttling as the client sees it, and what the server receives. */
class ThrottlingFaultsTest extends FaultsFixture {
  @Test
  void aThrottledRequestIsSentAgain() {
    STUBS.given(TEAM, throttledOnce());

    isReadAfterRetries(429);

    assertThat(STUBS.requestedPages(TEAM)).containsExactly(1, 1, 2, 3);
  }

  @Test
  void throttlingForFiveRequestsCostsMilliseconds() {
    STUBS.given(TEAM, throttledFor(5));
    long begin = System.nanoTime();

    isReadAfterRetries(429, 429, 429, 429, 429);

    assertThat(STUBS.requestedPages(TEAM)).containsExactly(1, 1, 1, 1, 1, 1, 2, 3);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void throttlingForAnHourIsNotWaitedFor() {
    STUBS.given(TEAM, throttledFor(Duration.ofHours(1)));

    assertThatThrownBy(() -> STUBS.client().members(TEAM).readAll())
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofHours(1)));
    assertThat(STUBS.requestedPages(TEAM)).containsExactly(1);
  }

  @Test
  void throttlingForASecondIsWaitedFor() {
    STUBS.given(TEAM, throttledFor(Duration.ofSeconds(1)));

    isReadAfterRetries(429);
  }

  @Test
  void manyRefusalsInARowAreOverSoon() {
    STUBS.given(TEAM, throttledFor(20), members(3));

    assertThat(readAll(STUBS.builder()).members()).hasSize(3);
    assertThat(STUBS.requestedPages(TEAM)).hasSize(21);
  }
}
