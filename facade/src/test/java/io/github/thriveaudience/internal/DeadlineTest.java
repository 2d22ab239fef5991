package io.github.thriveaudience.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What code far below a call knows of the call that it is part of. */
class DeadlineTest {
  private static final Call CALL = new Call("TEST", "audience \"tech-team\"");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void outsideOfACallAWaitMayBeAsLongAsItLikes() {
    Deadline.sending();

    assertThat(Deadline.atMost(HOUR)).isEqualTo(HOUR);
    assertThat(Deadline.renewOnce()).as("there is nothing to repeat").isFalse();
  }

  @Test
  void inACallAWaitEndsWithIt() {
    call(
        Duration.ofMinutes(5),
        () -> {
          assertThat(Deadline.atMost(HOUR)).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(5));
          assertThat(Deadline.atMost(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(1));
        });

    assertThat(Deadline.atMost(HOUR)).as("after the call").isEqualTo(HOUR);
  }

  @Test
  void aCallWithinACallLeavesTheOuterOneItsOwn() {
    call(
        Duration.ofMinutes(30),
        () -> {
          call(
              Duration.ofMinutes(5),
              () -> assertThat(Deadline.atMost(HOUR)).isLessThanOrEqualTo(Duration.ofMinutes(5)));

          assertThat(Deadline.atMost(HOUR))
              .isBetween(Duration.ofMinutes(6), Duration.ofMinutes(30));
        });
  }

  private static void call(Duration longest, Runnable work) {
    Limits limits = new Limits(HOUR, longest, 1, 1);
    new Retries(limits, Time.SYSTEM, new CountDownLatch(1))
        .run(
            CALL,
            AttemptListener.NONE,
            () -> {
              work.run();
              return true;
            });
  }
}
