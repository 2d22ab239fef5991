package io.github.thriveaudience.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.event.ClientListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
  private static final Call CALL = Calls.OF_MEMBERS;

  private final RecordingTime time = new RecordingTime();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<ThriveException> script = new ArrayList<>();
  private final RecordingListener listener = new RecordingListener();
  private int attempts;

  /** A clock that waits move. */
  private static final class RecordingTime implements Time {
    private final List<Duration> waits = new ArrayList<>();
    private long nanos = 5;

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public boolean await(CountDownLatch end, Duration longest) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      waits.add(longest);
      nanos += longest.toNanos();
      return end.getCount() == 0;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void triesAgainAfterAStatusThatMayPass(int status) {
    script.add(answer(status, null));

    assertThat(run(4)).isEqualTo("done");
    assertThat(attempts).isEqualTo(2);
    assertThat(listener.failures).isEqualTo(script);
    assertThat(listener.underWay).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 409, 418, 422, 501, 505, 599})
  void takesAnyOtherStatusForFinal(int status) {
    script.add(answer(status, Duration.ofSeconds(1)));

    assertThatThrownBy(() -> run(4)).isSameAs(script.get(0));
    assertThat(attempts).isEqualTo(1);
    assertThat(time.waits).isEmpty();
  }

  @Test
  void triesAgainWhereNoWholeAnswerCame() {
    script.add(new ThriveConnectionException("reset", null));
    script.add(new ThriveTimeoutException("late", null));

    assertThat(run(4)).isEqualTo("done");
    assertThat(attempts).isEqualTo(3);
  }

  @Test
  void takesAnInterruptionAndAMalformedAnswerForFinal() {
    script.add(new ThriveInterruptedException("interrupted", null));
    assertThatThrownBy(() -> run(4)).isSameAs(script.get(0));

    script.add(new MalformedResponseException("odd"));
    assertThatThrownBy(() -> run(4)).isSameAs(script.get(1));
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void throwsTheLastFailureWithTheEarlierOnes() {
    script.add(answer(500, null));
    script.add(new ThriveConnectionException("reset", null));
    script.add(answer(503, null));

    assertThatThrownBy(() -> run(3))
        .isSameAs(script.get(2))
        .satisfies(
            last -> assertThat(last.getSuppressed()).containsExactly(script.get(0), script.get(1)));
  }

  @Test
  void makesExactlyOneAttemptIfToldSo() {
    script.add(answer(503, Duration.ofSeconds(1)));

    assertThatThrownBy(() -> run(1)).isSameAs(script.get(0));
    assertThat(attempts).isEqualTo(1);
    assertThat(time.waits).isEmpty();
  }

  @Test
  void waitsLongerEachTimeWithFullJitter() {
    Backoff longest = new Backoff(() -> 1);
    assertThat(IntStream.rangeClosed(1, 8).mapToObj(longest::after).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 20L, 20L, 20L);
    assertThat(new Backoff(() -> 0).after(3)).isZero();

    IntStream.range(0, 3).forEach(i -> script.add(answer(500, null)));
    run(4);
    assertThat(time.waits).hasSize(3).as("random").doesNotHaveDuplicates();
    assertThat(time.waits.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(time.waits.get(2)).isLessThanOrEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void neverWaitsLessThanTheServerAsks() {
    script.add(answer(429, Duration.ofSeconds(30)));
    script.add(answer(500, Duration.ofSeconds(20)));

    run(4);

    assertThat(time.waits).hasSize(2);
    assertThat(time.waits.get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    assertThat(time.waits.get(1)).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void failsAtOnceWhenTheWaitWouldPassTheDeadline() {
    script.add(answer(429, Duration.ofMinutes(2)));

    assertThatThrownBy(() -> run(4))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
    assertThat(time.waits).isEmpty();
  }

  @Test
  void holdsBackOtherCallsWhileTheServerAsksToWait() {
    Retries retries = retries(1);
    script.add(answer(429, Duration.ofSeconds(30)));
    catchThrowable(() -> run(retries));

    assertThat(run(retries)).isEqualTo("done");

    assertThat(time.waits).containsExactly(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void tellsOtherCallsWhenTheyMayNotWaitAsLong(int status) {
    Retries retries = retries(1);
    script.add(answer(status, Duration.ofMinutes(3)));
    catchThrowable(() -> run(retries));

    assertThatThrownBy(() -> run(retries))
        .isInstanceOf(status == 429 ? RateLimitedException.class : ServerErrorException.class)
        .hasMessageStartingWith(
            "TEST has asked this client to wait for 180 s more, longer than the call for audience"
                + " \"tech-team\" may take.")
        .isInstanceOfSatisfying(
            ThriveApiException.class,
            thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofMinutes(3)));
    assertThat(attempts).as("nothing was sent").isEqualTo(1);
  }

  @Test
  void isNotSilencedForYearsByOneAnswer() {
    Retries retries = retries(1);
    script.add(answer(503, Duration.ofDays(3650)));
    catchThrowable(() -> run(retries));

    time.nanos += Duration.ofHours(1).toNanos();

    assertThat(run(retries)).isEqualTo("done");
    assertThat(time.waits).isEmpty();
  }

  @Test
  void stopsTryingAgainWhenMostCallsFail() {
    Retries retries = retries(4);
    IntStream.range(0, 1000).forEach(i -> script.add(answer(500, null)));

    IntStream.range(0, 500).forEach(i -> catchThrowable(() -> run(retries)));

    assertThat(attempts).isEqualTo(500 + 50);
  }

  @Test
  void triesAgainForEverWhenMostRetriesSucceed() {
    Retries retries = retries(4);
    for (int i = 0; i < 1000; i++) {
      script.add(answer(500, null));
      assertThat(run(retries)).isEqualTo("done");
      script.clear();
      attempts = 0;
    }
  }

  @Test
  void regainsItsBudgetByFirstAttemptsThatSucceed() {
    RetryBudget budget = new RetryBudget();
    IntStream.range(0, 50).forEach(i -> assertThat(budget.takeRetry()).isTrue());
    assertThat(budget.takeRetry()).isFalse();

    IntStream.range(0, 9).forEach(i -> budget.succeeded(false));
    assertThat(budget.takeRetry()).isFalse();
    budget.succeeded(false);
    assertThat(budget.takeRetry()).isTrue();
  }

  @Test
  void isInterruptedBetweenAttemptsAndKeepsTheFlag() {
    script.add(answer(500, null));
    Thread.currentThread().interrupt();

    Throwable thrown = catchThrowable(() -> run(4));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .isInstanceOf(ThriveInterruptedException.class)
        .hasSuppressedException(script.get(0));
  }

  @Test
  void endsWhenTheClientIsClosed() {
    script.add(answer(500, null));
    end.countDown();

    assertThatThrownBy(() -> run(4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this client is closed");
  }

  private Object run(int maxAttempts) {
    return run(retries(maxAttempts));
  }

  private Object run(Retries retries) {
    return retries.run(
        CALL,
        listener,
        () -> {
          if (attempts++ < script.size()) {
            throw script.get(attempts - 1);
          }
          return "done";
        });
  }

  private Retries retries(int maxAttempts) {
    return new Retries(
        new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), maxAttempts, 1),
        time,
        end,
        new ClientListener() {});
  }

  private static ThriveApiException answer(int status, @Nullable Duration retryAfter) {
    return ApiExceptions.of(new ApiError(status, null, null, null, retryAfter), "status " + status);
  }
}
