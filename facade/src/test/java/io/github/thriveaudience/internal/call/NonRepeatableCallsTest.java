package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.event.Operation;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes the server each time is sent again only if it did nothing the first time. */
class NonRepeatableCallsTest extends ScriptedCalls {
  private static final CallDescription CHANGE =
      new CallDescription(Operation.LIST_MEMBERS, CALL.endpoint(), "a change", false, false);

  @ParameterizedTest
  @CsvSource({"408,", "500,", "502,", "503,", "504,", "503,1", "500,1"})
  void endsAtAStatusAfterWhichItMayHaveHappened(int status, Long retryAfter) {
    script.add(errorResponse(status, retryAfter == null ? null : Duration.ofSeconds(retryAfter)));

    assertThatThrownBy(this::change).isSameAs(script.get(0));
    assertThat(attempts).isEqualTo(1);
    assertThat(time.waits).isEmpty();
  }

  @Test
  void endsAtABrokenConnection() {
    script.add(new ThriveConnectionException("reset", null));
    script.add(new ThriveTimeoutException("late", null));

    assertThatThrownBy(this::change).isSameAs(script.get(0));
    assertThatThrownBy(this::change).isSameAs(script.get(1));
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void endsAtAResponseThatMayBeTruncated() {
    script.add(new MalformedResponseException("odd"));

    assertThatThrownBy(
            () ->
                retries(4)
                    .run(
                        CHANGE,
                        owner,
                        rejected -> false,
                        context -> {
                          context.setMaybeTruncated();
                          return attempt();
                        }))
        .isSameAs(script.get(0));
    assertThat(attempts).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void isSentAgainWhenTheRateLimitRefusedIt(int retryAfter) {
    script.add(errorResponse(429, retryAfter == 0 ? null : Duration.ofSeconds(retryAfter)));

    assertThat(change()).isEqualTo("done");
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void isSentAgainWhenItWasNotSent() {
    script.add(new RequestNotSentException("closed", null));

    assertThat(change()).isEqualTo("done");
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void isSentAgainWithRenewedCredentials() {
    script.add(errorResponse(401, null));
    AtomicBoolean renewed = new AtomicBoolean();

    Object done =
        retries(4)
            .run(CHANGE, owner, rejected -> renewed.compareAndSet(false, true), any -> attempt());

    assertThat(done).isEqualTo("done");
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void isKnownByItsMethod() {
    CallDescription get =
        CallDescription.of(Operation.LIST_MEMBERS, CALL.endpoint(), "user", "jane");

    assertThat(get.repeatable()).isTrue();
    assertThat(get.subject()).isEqualTo("user \"jane\"");
    assertThat(
            CallDescription.of(Operation.REQUEST_TOKEN, CALL.endpoint(), "user", "a").repeatable())
        .isFalse();
    assertThat(Calls.OF_TOKEN.repeatable()).isTrue();
  }

  private Object change() {
    return retries(4).run(CHANGE, owner, rejected -> false, context -> attempt());
  }
}
