package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RecentOccurrenceTest {
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

  private final RecentOccurrence recent = new RecentOccurrence(time);

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
