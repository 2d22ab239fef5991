package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.log.CompositeListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What code far below a call knows of the call that it is part of. */
class CallContextTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void outsideOfACallAWaitMayBeAsLongAsItLikes() {
    assertThat(CallContext.atMost(HOUR)).isEqualTo(HOUR);
    assertThatIllegalStateException().isThrownBy(CallContext::current);
  }

  @Test
  void inACallAWaitEndsWithIt() {
    call(
        Duration.ofMinutes(5),
        () -> {
          assertThat(CallContext.atMost(HOUR))
              .isPositive()
              .isLessThanOrEqualTo(Duration.ofMinutes(5));
          assertThat(CallContext.atMost(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(1));
        });

    assertThat(CallContext.atMost(HOUR)).as("after the call").isEqualTo(HOUR);
  }

  @Test
  void aCallWithinACallLeavesTheOuterOneItsOwn() {
    call(
        Duration.ofMinutes(30),
        () -> {
          call(
              Duration.ofMinutes(5),
              () ->
                  assertThat(CallContext.atMost(HOUR)).isLessThanOrEqualTo(Duration.ofMinutes(5)));

          assertThat(CallContext.atMost(HOUR))
              .isBetween(Duration.ofMinutes(6), Duration.ofMinutes(30));
        });
  }

  @Test
  void tellsOfEachRequestThatGoesOut() {
    AtomicInteger sent = new AtomicInteger();
    CallContext call = CallContext.begin(Calls.OF_MEMBERS, Time.SYSTEM, HOUR, counting(sent));
    call.sending();
    call.sending();
    call.finish();

    assertThat(sent).hasValue(2);
    assertThat(call.requests()).isEqualTo(2);
  }

  private static AttemptListener counting(AtomicInteger sent) {
    return new AttemptListener() {
      @Override
      public void begin(Duration longest) {}

      @Override
      public void end() {}

      @Override
      public void sent() {
        sent.incrementAndGet();
      }

      @Override
      public void failed(ThriveException failure) {}
    };
  }

  private static void call(Duration longest, Runnable work) {
    Limits limits = new Limits(HOUR, longest, 1, 1);
    new RetryExecutor(
            limits,
            Time.SYSTEM,
            new Lifetime("this client is closed"),
            new CompositeListener(List.of()))
        .run(
            Calls.OF_MEMBERS,
            AttemptListener.NONE,
            () -> {
              work.run();
              return true;
            });
  }
}
