package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.event.RetryEvent;
import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The delays between attempts, and those that throttling causes for other calls. */
class RetryDelaysTest extends ScriptedCalls {

  @Test
  void backsOffExponentiallyWithFullJitter() {
    Backoff longest = Backoff.betweenAttempts(() -> 1);
    assertThat(IntStream.rangeClosed(1, 8).mapToObj(longest::after).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 20L, 20L, 20L);
    assertThat(Backoff.betweenAttempts(() -> 0).after(3)).isZero();

    IntStream.range(0, 3).forEach(i -> script.add(errorResponse(500, null)));
    run(4);
    assertThat(retryEvents).extracting(RetryEvent::delay).as("random").doesNotHaveDuplicates();
    assertThat(retryEvents.get(0).delay()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(retryEvents.get(2).delay()).isLessThanOrEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void waitsAtLeastForRetryAfter() {
    script.add(errorResponse(429, Duration.ofSeconds(30)));
    script.add(errorResponse(500, Duration.ofSeconds(20)));

    run(4);

    assertThat(time.waits).hasSize(2);
    assertThat(time.waits.get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    assertThat(time.waits.get(1)).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void failsAtOnceIfTheDelayExceedsTheCallTimeout() {
    script.add(errorResponse(429, Duration.ofMinutes(2)));

    assertThatThrownBy(() -> run(4))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
    assertThat(attempts).isEqualTo(1);
    assertThat(time.waits).isEmpty();
  }

  @Test
  void throttlingDelaysOtherCalls() {
    RetryExecutor retries = retries(1);
    script.add(errorResponse(429, Duration.ofSeconds(30)));
    catchThrowable(() -> run(retries));

    assertThat(run(retries)).isEqualTo("done");

    assertThat(time.waits)
        .singleElement(as(InstanceOfAssertFactories.DURATION))
        .as("and then spaced")
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void otherCallsFailIfThrottlingExceedsTheirTimeout(int status) {
    RetryExecutor retries = retries(1);
    script.add(errorResponse(status, Duration.ofMinutes(3)));
    catchThrowable(() -> run(retries));

    assertThatThrownBy(() -> run(retries))
        .isInstanceOf(status == 429 ? RateLimitedException.class : ServerErrorException.class)
        .hasMessageStartingWith(
            "TEST throttles this client for another 180 s, longer than the timeout of the call for"
                + " audience \"tech-team\".")
        .isInstanceOfSatisfying(
            ThriveApiException.class,
            thrown -> {
              assertThat(thrown.retryAfter()).isEqualTo(Duration.ofMinutes(3));
              assertThat(thrown.correlationId()).as("of a call that sent nothing").isNotNull();
            });
    assertThat(attempts).as("nothing was sent").isEqualTo(1);
  }

  @Test
  void failsAtOnceIfThePauseExceedsWhatIsLeftOfTheListing() {
    script.add(errorResponse(429, Duration.ofSeconds(30)));
    CallOwner listing =
        new CallOwner() {
          @Override
          public Duration left() {
            return Duration.ofSeconds(20);
          }
        };

    assertThatThrownBy(() -> Calls.run(retries(4), listing, this::attempt))
        .isInstanceOf(RateLimitedException.class);
    assertThat(time.waits).isEmpty();
  }

  @Test
  void refusalsCostNoAttempt() {
    for (int i = 0; i < 7; i++) {
      script.add(errorResponse(i % 2 == 0 ? 429 : 503, Duration.ofSeconds(1)));
    }
    script.add(errorResponse(500, null));

    assertThat(run(2)).isEqualTo("done");

    assertThat(attempts).isEqualTo(9);
  }

  @Test
  void limitsThrottlingToAnHour() {
    RetryExecutor retries = retries(1);
    script.add(errorResponse(503, Duration.ofDays(3650)));
    catchThrowable(() -> run(retries));

    time.advance(Duration.ofHours(1));

    assertThat(run(retries)).isEqualTo("done");
    assertThat(time.waits).allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(3)));
  }

  @Test
  void keepsRetryingIfMostRetriesSucceed() {
    RetryExecutor retries = retries(4);
    for (int i = 0; i < 1000; i++) {
      script.add(errorResponse(500, null));
      assertThat(run(retries)).isEqualTo("done");
      script.clear();
      attempts = 0;
    }
  }
}
