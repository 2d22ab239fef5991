package io.github.thriveaudience.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.RateLimitedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ConcurrencyLimit limit = new ConcurrencyLimit(8);

  @Test
  void beginsWithWhatWasAskedFor() {
    assertThat(limit.current()).isEqualTo(8);
  }

  @Test
  void isNeverWider() {
    deliver(100);

    assertThat(limit.current()).isEqualTo(8);
  }

  @Test
  void halvesAndIsNeverClosed() {
    assertThat(IntStream.range(0, 5).map(i -> narrowed())).containsExactly(4, 2, 1, 1, 1);
  }

  @Test
  void growsByOneForEachWindowThatIsDelivered() {
    rateLimited();

    deliver(3);
    assertThat(limit.current()).isEqualTo(4);
    deliver(1);
    assertThat(limit.current()).isEqualTo(5);
    deliver(4);
    assertThat(limit.current()).isEqualTo(5);
    deliver(1);
    assertThat(limit.current()).isEqualTo(6);
    deliver(13);
    assertThat(limit.current()).isEqualTo(8);
  }

  @Test
  void countsAnewAfterItWasNarrowed() {
    deliver(7);
    rateLimited();

    deliver(3);
    assertThat(limit.current()).isEqualTo(4);
  }

  @Test
  void letsNoMoreOutThanItIsWide() throws Exception {
    IntStream.range(0, 3).forEach(i -> rateLimited());
    limit.begin(LONG);
    List<String> order = new CopyOnWriteArrayList<>();
    List<Thread> waiting = new ArrayList<>();
    for (String name : List.of("first", "second", "third")) {
      waiting.add(entering(name, order));
    }
    assertThat(order).isEmpty();

    for (int out = 1; out <= 3; out++) {
      limit.end();
      waiting.get(out - 1).join();
      assertThat(order).hasSize(out);
    }
    assertThat(order).containsExactly("first", "second", "third");
  }

  @Test
  void letsOneMoreOutWhenItWidens() throws Exception {
    IntStream.range(0, 3).forEach(i -> rateLimited());
    limit.begin(LONG);
    List<String> order = new CopyOnWriteArrayList<>();
    Thread waiting = entering("first", order);

    deliver(1);

    waiting.join(20_000);
    assertThat(order).containsExactly("first");
  }

  @Test
  void letsNobodyOutWhoHasWaitedTooLong() throws Exception {
    IntStream.range(0, 3).forEach(i -> rateLimited());
    limit.begin(LONG);

    assertThatThrownBy(() -> limit.begin(Duration.ofMillis(1)))
        .isInstanceOf(TimeoutException.class);
    limit.end();
    limit.begin(LONG);
  }

  @Test
  void canBeInterrupted() throws Exception {
    IntStream.range(0, 3).forEach(i -> rateLimited());
    limit.begin(LONG);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> limit.begin(LONG)).isInstanceOf(InterruptedException.class);
    limit.end();
    limit.begin(LONG);
  }

  /** Returns when the thread waits. */
  private Thread entering(String name, List<String> order) {
    Thread thread =
        new Thread(
            () -> {
              try {
                limit.begin(LONG);
                order.add(name);
              } catch (InterruptedException | TimeoutException e) {
                order.add("interrupted");
              }
            });
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private void rateLimited() {
    limit.failed(new RateLimitedException("slower", ApiError.of(429)));
  }

  private int narrowed() {
    rateLimited();
    return limit.current();
  }

  private void deliver(int pages) {
    IntStream.range(0, pages).forEach(i -> limit.delivered());
  }
}
