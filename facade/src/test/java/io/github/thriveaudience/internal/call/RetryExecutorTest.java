package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.RetryEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are retried, and what a failed call reports. */
class RetryExecutorTest extends ScriptedCalls {

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void retriesATemporaryStatus(int status) {
    script.add(errorResponse(status, null));

    assertThat(run(4)).isEqualTo("done");
    assertThat(attempts).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 409, 418, 422, 501, 505, 599})
  void doesNotRetryAnyOtherStatus(int status) {
    script.add(errorResponse(status, Duration.ofSeconds(1)));

    assertThatThrownBy(() -> run(4)).isSameAs(script.get(0));
    assertThat(attempts).isEqualTo(1);
    assertThat(time.waits).isEmpty();
  }

  @Test
  void retriesConnectionFailuresAndTimeouts() {
    script.add(new ThriveConnectionException("reset", null));
    script.add(new ThriveTimeoutException("late", null));

    assertThat(run(4)).isEqualTo("done");
    assertThat(attempts).isEqualTo(3);
  }

  @Test
  void doesNotRetryInterruptionsAndMalformedResponses() {
    script.add(new ThriveInterruptedException("interrupted", null));
    assertThatThrownBy(() -> run(4)).isSameAs(script.get(0));

    script.add(new MalformedResponseException("odd"));
    assertThatThrownBy(() -> run(4)).isSameAs(script.get(1));
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void retriesAMalformedResponseThatMayBeTruncated() {
    script.add(new MalformedResponseException("odd"));
    script.add(new MalformedResponseException("odd again"));

    assertThatThrownBy(
            () ->
                retries(2)
                    .run(
                        CALL,
                        owner,
                        rejected -> false,
                        context -> {
                          context.setMaybeTruncated();
                          return attempt();
                        }))
        .isSameAs(script.get(1));
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void throwsTheLastFailureWithEarlierFailures() {
    script.add(errorResponse(500, null));
    script.add(new ThriveConnectionException("reset", null));
    script.add(errorResponse(503, null));

    assertThatThrownBy(() -> run(3))
        .isSameAs(script.get(2))
        .satisfies(
            last ->
                assertThat(((ThriveException) last).earlierFailures())
                    .containsExactly(script.get(0), script.get(1)));
  }

  @Test
  void setsTheSameCorrelationIdOnEachFailure() {
    script.add(errorResponse(500, null));
    script.add(errorResponse(503, null));

    catchThrowable(() -> run(2));

    assertThat(script)
        .extracting(ThriveException::correlationId)
        .doesNotContainNull()
        .containsOnly(script.get(0).correlationId());
  }

  @Test
  void durationOfACallIncludesItsDelays() {
    script.add(errorResponse(503, Duration.ofSeconds(30)));

    run(2);

    assertThat(ends)
        .singleElement()
        .extracting(CallEvent::duration, as(InstanceOfAssertFactories.DURATION))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
  }

  @Test
  void notifiesOfARetryWithAnotherToken() {
    script.add(errorResponse(401, null));

    retries(2).run(CALL, owner, rejected -> true, context -> attempt());

    RetryEvent repeat = retryEvents.get(0);
    assertThat(retryEvents)
        .containsExactly(RetryEvent.of(repeat.call(), 1, null, script.get(0), Duration.ZERO));
    assertThat(time.waits).isEmpty();
  }

  @Test
  void renewsCredentialsOncePerCall() {
    script.add(errorResponse(401, null));
    script.add(errorResponse(401, null));

    assertThatThrownBy(() -> retries(4).run(CALL, owner, rejected -> true, call -> attempt()))
        .isSameAs(script.get(1));
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void renewsCredentialsForTheNextCallWhereRetriesAreOff() {
    List<CallContext> rejected = new ArrayList<>();
    script.add(errorResponse(401, null));

    assertThatThrownBy(() -> retries(1).run(CALL, owner, rejected::add, call -> attempt()))
        .isSameAs(script.get(0));
    assertThat(attempts).isEqualTo(1);
    assertThat(rejected).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "100, 4"})
  void requestWhoseCredentialsExpireAtTheGateGetsOthersBeforeItPassesAgain(
      int preparedUntilReady, int prepared) {
    AtomicInteger prepares = new AtomicInteger();
    CallCredentials credentials =
        new CallCredentials() {
          @Override
          public void prepare(CallContext call) {
            prepares.incrementAndGet();
          }

          @Override
          public boolean areReady() {
            return prepares.get() >= preparedUntilReady;
          }

          @Override
          public boolean renew(CallContext rejected) {
            return false;
          }
        };

    String result = retries(2, 1).run(CALL, owner, credentials, call -> attempt());

    assertThat(result).isEqualTo("done");
    assertThat(attempts).isEqualTo(1);
    assertThat(prepares).hasValue(prepared);
    assertThat(time.waits).as("at the gate, once a second").hasSize(prepared - 1);
  }

  @Test
  void makesOneAttemptIfRetriesAreOff() {
    script.add(errorResponse(503, Duration.ofSeconds(1)));

    assertThatThrownBy(() -> run(1)).isSameAs(script.get(0));
    assertThat(attempts).isEqualTo(1);
    assertThat(time.waits).isEmpty();
  }

  @Test
  void interruptionBetweenAttemptsEndsTheCallAndKeepsTheFlag() {
    script.add(errorResponse(500, null));
    Thread.currentThread().interrupt();

    Throwable thrown = catchThrowable(() -> run(4));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .isInstanceOfSatisfying(
            ThriveInterruptedException.class,
            last -> assertThat(last.earlierFailures()).containsExactly(script.get(0)));
  }

  @Test
  void interruptionBeforeTheFirstAttemptSendsNothing() {
    RetryExecutor slow = retries(4, 1);
    run(slow);
    attempts = 0;
    Thread.currentThread().interrupt();

    Throwable thrown = catchThrowable(() -> run(slow));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .isExactlyInstanceOf(ThriveInterruptedException.class)
        .hasMessageStartingWith(
            "The thread was interrupted between two attempts of the call of TEST for audience"
                + " \"tech-team\".")
        .hasCauseInstanceOf(InterruptedException.class)
        .hasNoSuppressedExceptions();
    assertThat(attempts).isZero();
  }

  @Test
  void closingTheClientEndsTheCall() {
    script.add(errorResponse(500, null));
    end.end();

    assertThatThrownBy(() -> run(4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this client is closed");
  }
}
