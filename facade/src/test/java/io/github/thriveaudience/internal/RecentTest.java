package io.github.thriveaudience.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RecentTest {
  private long now = Long.MAX_VALUE - 5;

  private final Time time =
      new Time() {
        @Override
        public Instant instant() {
          return Instant.EPOCH;
        }

        @Override
        public long nanos() {
          return now;
        }

        @Override
        public boolean await(CountDownLatch end, Duration longest) {
          return false;
        }
      };

  private final Recent recent = new Recent(time);

  @Test
  void rememberForFiveMinutes() {
    assertThat(recent.isNoted()).isFalse();

    recent.note();
    now += Duration.ofMinutes(5).toNanos() - 1;
    assertThat(recent.isNoted()).isTrue();

    now++;
    assertThat(recent.isNoted()).isFalse();
  }
}
