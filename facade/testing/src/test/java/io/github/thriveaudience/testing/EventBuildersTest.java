package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import io.github.thriveaudience.event.ThrottlingEndedEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events of a client, as tests build them. */
class EventBuildersTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final CallInfo call =
      TestEvents.callInfo()
          .operation(Operation.REQUEST_TOKEN)
          .environment(ThriveEnvironment.STAGING)
          .correlationId("ours")
          .build();

  @Test
  void aCallHasItsEnvironment() {
    assertThat(call)
        .isEqualTo(
            CallInfo.of(
                Operation.REQUEST_TOKEN, "STAGING", "public.api.learnstaging.link", "ours"));
    assertThat(TestEvents.callInfo().build().destination()).isEqualTo("FAKE");
  }

  @Test
  void aRequestHasAResponseOrAFailure() {
    IOException failure = new IOException("reset");

    assertThat(
            TestEvents.request()
                .call(call)
                .attempt(2)
                .queued(SECOND)
                .duration(SECOND)
                .bytesSent(1)
                .bytesReceived(2)
                .status(503)
                .requestId("theirs")
                .build())
        .isEqualTo(RequestEvent.of(call, 2, SECOND, SECOND, 1, 2, 503, "theirs", null));
    assertThat(TestEvents.request().build().status()).isEqualTo(200);
    assertThat(TestEvents.request().build().headers()).isEmpty();
    assertThat(
            TestEvents.request()
                .headers(Map.of("X-Left", List.of("0")))
                .build()
                .headers()
                .get("x-left"))
        .containsExactly("0");
    assertThat(TestEvents.request().failure(failure).build().failure()).isSameAs(failure);
    assertThat(TestEvents.request().failure(failure).build().status()).isNull();
    assertRefused(
        "bytesReceived must be 0 where there is a failure, but was 5",
        () -> TestEvents.request().failure(failure).bytesReceived(5).build());
    assertRefused("attempt must be 1 or more, but was 0", () -> TestEvents.request().attempt(0));
    assertRefused("status must be 100 to 599, but was 99", () -> TestEvents.request().status(99));
  }

  @Test
  void aRetryHasTheStatusOfItsFailure() {
    ThriveException failure = TestFailures.status(502).build();
    ThriveException refused = TestFailures.connectionRefused().build();

    assertThat(TestEvents.retry(failure).call(call).attempt(3).delay(SECOND).build())
        .isEqualTo(RetryEvent.of(call, 3, 502, failure, SECOND));
    assertThat(TestEvents.retry(refused).build().status()).isNull();
  }

  @Test
  void throttlingHasABeginningAndAnEnd() {
    assertThat(
            TestEvents.throttled()
                .call(call)
                .status(503)
                .requestId("theirs")
                .duration(SECOND)
                .requestsPerSecond(2.5)
                .begins(false)
                .build())
        .isEqualTo(ThrottledEvent.of(call, 503, "theirs", SECOND, 2.5, false));
    assertThat(
            TestEvents.throttlingEnded()
                .environment(ThriveEnvironment.STAGING)
                .duration(SECOND)
                .requests(5)
                .throttled(5)
                .build())
        .isEqualTo(
            ThrottlingEndedEvent.of("STAGING", "public.api.learnstaging.link", SECOND, 5, 5));
  }

  @Test
  void contradictingThrottlingIsRefused() {
    assertRefused(
        "status must be 429 or 503, but was 500", () -> TestEvents.throttled().status(500));
    assertRefused(
        "duration must be at most an hour, but was PT2H",
        () -> TestEvents.throttled().duration(Duration.ofHours(2)));
    assertRefused(
        "requestsPerSecond must be more than 0, and finite, but was 0.0",
        () -> TestEvents.throttled().requestsPerSecond(0));
    assertRefused(
        "throttled must be at most requests: 11 throttled, 10 requests",
        () -> TestEvents.throttlingEnded().throttled(11).build());
  }

  @Test
  void aPageHasMembers() {
    assertThat(TestEvents.page().call(call).page(2).members(3).build())
        .isEqualTo(PageEvent.of(call, 2, 3));
  }

  @Test
  void aCallEndsWithAResponseOrAFailure() {
    ThriveException failure = TestFailures.status(404).build();
    ThriveException interrupted = TestFailures.interrupted().build();

    assertThat(TestEvents.call().call(call).attempts(2).duration(SECOND).build())
        .isEqualTo(CallEvent.of(call, 2, SECOND, 200, null));
    assertThat(TestEvents.call().failure(failure).build().status()).isEqualTo(404);
    assertThat(TestEvents.call().attempts(0).failure(interrupted).build().attempts()).isZero();
    assertRefused(
        "attempts must be 1 or more where there is a response",
        () -> TestEvents.call().attempts(0).build());
  }

  private static void assertRefused(String message, Runnable build) {
    assertThatIllegalArgumentException().isThrownBy(build::run).withMessage(message);
  }
}
