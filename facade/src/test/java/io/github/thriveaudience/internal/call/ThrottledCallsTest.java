package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.RequestQueue;
import io.github.thriveaudience.event.ThrottledEvent;
import io.github.thriveaudience.event.ThrottlingEndedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What listeners are told when a server throttles calls, in virtual time. */
class ThrottledCallsTest extends ScriptedCalls {
  private final List<ThrottledEvent> throttled = new ArrayList<>();
  private final List<ThrottlingEndedEvent> ended = new ArrayList<>();
  private final RetryExecutor retries = throttledRetries();
  private final RequestQueue queue = retries.queue(CALL);

  @Test
  void refusalThatLowersTheRateIsAnEvent() {
    script.add(errorResponse(503, Duration.ofSeconds(5)));

    run(retries);

    ThrottledEvent event = throttled.get(0);
    assertThat(throttled)
        .containsExactly(
            ThrottledEvent.of(event.call(), 503, null, Duration.ofSeconds(5), 1, true));
    assertThat(event.call().host()).isEqualTo("api.example.com");
  }

  @Test
  void eventSaysWhetherThrottlingBegins() {
    script.add(errorResponse(429, null));
    script.add(errorResponse(429, null));

    run(retries);

    assertThat(throttled).extracting(ThrottledEvent::begins).containsExactly(true, false);
    assertThat(throttled.get(1).requestsPerSecond()).isLessThan(1);
  }

  @Test
  void refusalIsAnEarlierFailureOfTheCall() {
    script.add(errorResponse(429, null));
    script.add(errorResponse(404, null));

    assertThatThrownBy(() -> run(retries))
        .isSameAs(script.get(1))
        .isInstanceOfSatisfying(
            ThriveException.class,
            last -> assertThat(last.earlierFailures()).containsExactly(script.get(0)));
  }

  @Test
  void refusalsEndACallOnceNoneHadSuccessForTheTimeoutOfACall() {
    for (int i = 0; i < 1000; i++) {
      script.add(errorResponse(429, null));
    }

    assertThatThrownBy(() -> run(retries)).isInstanceOf(RateLimitedException.class);

    assertThat(Duration.ofNanos(time.nanos()))
        .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(2).plusSeconds(5));
  }

  @Test
  void closingTheClientEndsThrottling() {
    script.add(errorResponse(429, null));
    run(retries);
    time.advance(Duration.ofSeconds(3));
    long begin = 5;

    retries.close();
    retries.close();

    assertThat(ended)
        .containsExactly(
            ThrottlingEndedEvent.of(
                "TEST", "api.example.com", Duration.ofNanos(time.nanos() - begin), 2, 1));
  }

  @Test
  void callsThatAreNotThrottledEndThrottling() {
    script.add(errorResponse(429, null));
    run(retries);

    for (int i = 0; i < 6; i++) {
      time.advance(Duration.ofSeconds(4));
      run(retries);
      assertThat(ended).isEmpty();
    }
    time.advance(Duration.ofSeconds(10));
    run(retries);

    assertThat(ended).hasSize(1);
  }

  @Test
  void queueKnowsTheRateWhileCallsAreThrottled() {
    assertThat(queue.host()).isEqualTo("api.example.com");
    assertThat(queue.requestsPerSecond()).isEmpty();
    script.add(errorResponse(429, null));
    catchThrowable(() -> run(retries));

    assertThat(queue.requestsPerSecond().orElseThrow()).isBetween(1.0, 2.0);

    end.end();
    assertThat(queue.requestsPerSecond()).as("of a closed client").isEmpty();
  }

  @Test
  void queueCountsTheCallsThatWait() {
    List<Integer> lengths = new ArrayList<>();

    nested(5, lengths);

    assertThat(lengths).as("three leave at once").containsExactly(0, 0, 0, 0, 0);
    assertThat(queue.length()).isZero();
    assertThat(time.waits).as("the fourth, which waits for a response").isNotEmpty();
  }

  /** Makes calls of which each begins during the attempt of another one. */
  private void nested(int calls, List<Integer> lengths) {
    Calls.run(
        retries,
        CallOwner.ofSingleCall(),
        () -> {
          lengths.add(queue.length());
          if (calls > 1) {
            nested(calls - 1, lengths);
          }
          return "done";
        });
  }

  @Test
  void failedCallLeavesTheGate() {
    for (int i = 0; i < 20; i++) {
      script.add(errorResponse(404, null));
      assertThatThrownBy(() -> run(retries)).isSameAs(script.get(i));
    }

    assertThat(time.waits).as("it is not in flight any more").isEmpty();
    assertThat(queue.length()).isZero();
  }

  @Test
  void waitsAtTheGateAreNotTheTimeOfTheCall() {
    List<Duration> queued = new ArrayList<>();
    List<Duration> left = new ArrayList<>();
    script.add(errorResponse(429, Duration.ofSeconds(100)));

    retries.run(
        CALL,
        owner,
        rejected -> false,
        context -> {
          queued.add(context.queued());
          left.add(context.left());
          return attempt();
        });

    assertThat(queued.get(0)).isZero();
    assertThat(queued.get(1)).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(103));
    assertThat(left).containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(2));
  }

  private RetryExecutor throttledRetries() {
    Limits limits =
        new Limits(
            Duration.ofSeconds(30), Duration.ofMinutes(2), 4, 4, Double.POSITIVE_INFINITY, 1);
    return new RetryExecutor(
        limits,
        time,
        end,
        new ClientListener() {
          @Override
          public void onThrottled(ThrottledEvent event) {
            throttled.add(event);
          }

          @Override
          public void onThrottlingEnded(ThrottlingEndedEvent event) {
            ended.add(event);
          }
        });
  }
}
