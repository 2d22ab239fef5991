package io.github.thriveaudience.internal.call;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, and what a call that failed says. */
class RetriesTest extends ScriptedCalls {

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
  void triesAgainWhereAMalformedResponseMayLackItsEnd() {
    script.add(new MalformedResponseException("odd"));
    script.add(new MalformedResponseException("odd again"));

    assertThatThrownBy(
            () ->
                retries(2)
                    .run(
                        CALL,
                        listener,
                        rejected -> false,
                        context -> {
                          context.setMaybeTruncated();
                          return attempt();
                        }))
        .isSameAs(script.get(1));
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
            last ->
                assertThat(((ThriveException) last).earlierFailures())
                    .containsExactly(script.get(0), script.get(1)));
  }

  @Test
  void namesTheCallInEachOfItsFailures() {
    script.add(answer(500, null));
    script.add(answer(503, null));

    catchThrowable(() -> run(2));

    assertThat(script)
        .extracting(ThriveException::correlationId)
        .doesNotContainNull()
        .containsOnly(script.get(0).correlationId());
  }

  @Test
  void tellsHowLongACallTookWithItsWaits() {
    script.add(answer(503, Duration.ofSeconds(30)));

    run(2);

    assertThat(ends).extracting(CallEvent::duration).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void tellsThatACallIsRepeatedWithAnotherToken() {
    script.add(answer(401, null));

    retries(2).run(CALL, listener, rejected -> true, context -> attempt());

    RetryEvent repeat = repeats.get(0);
    assertThat(repeats)
        .containsExactly(RetryEvent.of(repeat.call(), 1, null, script.get(0), Duration.ZERO));
    assertThat(time.waits).isEmpty();
  }

  @Test
  void renewsCredentialsOnceACall() {
    script.add(answer(401, null));
    script.add(answer(401, null));

    assertThatThrownBy(() -> retries(4).run(CALL, listener, rejected -> true, call -> attempt()))
        .isSameAs(script.get(1));
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void renewsCredentialsForTheNextCallWhereRetriesAreOff() {
    List<CallContext> rejected = new ArrayList<>();
    script.add(answer(401, null));

    assertThatThrownBy(() -> retries(1).run(CALL, listener, rejected::add, call -> attempt()))
        .isSameAs(script.get(0));
    assertThat(attempts).isEqualTo(1);
    assertThat(rejected).hasSize(1);
  }

  @Test
  void makesExactlyOneAttemptIfToldSo() {
    script.add(answer(503, Duration.ofSeconds(1)));

    assertThatThrownBy(() -> run(1)).isSameAs(script.get(0));
    assertThat(attempts).isEqualTo(1);
    assertThat(time.waits).isEmpty();
  }

  @Test
  void isInterruptedBetweenAttemptsAndKeepsTheFlag() {
    script.add(answer(500, null));
    Thread.currentThread().interrupt();

    Throwable thrown = catchThrowable(() -> run(4));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .isInstanceOfSatisfying(
            ThriveInterruptedException.class,
            last -> assertThat(last.earlierFailures()).containsExactly(script.get(0)));
  }

  @Test
  void endsWhenTheClientIsClosed() {
    script.add(answer(500, null));
    end.end();

    assertThatThrownBy(() -> run(4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this client is closed");
  }
}
