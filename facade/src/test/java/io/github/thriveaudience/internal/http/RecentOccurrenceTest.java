package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.call.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentOccurrenceTest {
  /** About to overflow. */
  private final ManualTime time = new ManualTime(Long.MAX_VALUE - 5);

  private final RecentOccurrence recent = new RecentOccurrence(time);

  @Test
  void lastsFiveMinutes() {
    assertThat(recent.isNoted()).isFalse();

    recent.note();
    time.advance(Duration.ofMinutes(5).minusNanos(1));
    assertThat(recent.isNoted()).isTrue();

    time.advance(Duration.ofNanos(1));
    assertThat(recent.isNoted()).isFalse();
  }
}
