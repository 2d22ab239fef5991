package io.github.thriveaudience.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ConcurrencyLimit width = new ConcurrencyLimit(8);

  @Test
  void beginsWithWhatWasAskedFor() {
    assertThat(width.current()).isEqualTo(8);
  }

  @Test
  void isNeverWider() {
    deliver(100);

    assertThat(width.current()).isEqualTo(8);
  }

  @Test
  void halvesAndIsNeverClosed() {
    assertThat(IntStream.range(0, 5).map(i -> narrowed())).containsExactly(4, 2, 1, 1, 1);
  }

  @Test
  void growsByOneForEachWindowThatIsDelivered() {
    width.narrow();

    deliver(3);
    assertThat(width.current()).isEqualTo(4);
    deliver(1);
    assertThat(width.current()).isEqualTo(5);
    deliver(4);
    assertThat(width.current()).isEqualTo(5);
    deliver(1);
    assertThat(width.current()).isEqualTo(6);
    deliver(13);
    assertThat(width.current()).isEqualTo(8);
  }

  @Test
  void countsAnewAfterItWasNarrowed() {
    deliver(7);
    width.narrow();

    deliver(3);
    assertThat(width.current()).isEqualTo(4);
  }

  @Test
  void letsNoMoreOutThanItIsWide() throws Exception {
    IntStream.range(0, 3).forEach(i -> width.narrow());
    width.enter(LONG);
    List<String> order = new CopyOnWriteArrayList<>();
    List<Thread> waiting = new ArrayList<>();
    for (String name : List.of("first", "second", "third")) {
      waiting.add(entering(name, order));
    }
    assertThat(order).isEmpty();

    for (int out = 1; out <= 3; out++) {
      width.leave();
      waiting.get(out - 1).join();
      assertThat(order).hasSize(out);
    }
    assertThat(order).containsExactly("first", "second", "third");
  }

  @Test
  void letsOneMoreOutWhenItWidens() throws Exception {
    IntStream.range(0, 3).forEach(i -> width.narrow());
    width.enter(LONG);
    List<String> order = new CopyOnWriteArrayList<>();
    Thread waiting = entering("first", order);

    deliver(1);

    waiting.join(20_000);
    assertThat(order).containsExactly("first");
  }

  @Test
  void letsNobodyOutWhoHasWaitedTooLong() throws Exception {
    IntStream.range(0, 3).forEach(i -> width.narrow());
    width.enter(LONG);

    assertThatThrownBy(() -> width.enter(Duration.ofMillis(1)))
        .isInstanceOf(TimeoutException.class);
    width.leave();
    width.enter(LONG);
  }

  @Test
  void canBeInterrupted() throws Exception {
    IntStream.range(0, 3).forEach(i -> width.narrow());
    width.enter(LONG);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> width.enter(LONG)).isInstanceOf(InterruptedException.class);
    width.leave();
    width.enter(LONG);
  }

  /** Returns when the thread waits. */
  private Thread entering(String name, List<String> order) {
    Thread thread =
        new Thread(
            () -> {
              try {
                width.enter(LONG);
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

  private int narrowed() {
    width.narrow();
    return width.current();
  }

  private void deliver(int pages) {
    IntStream.range(0, pages).forEach(i -> width.delivered());
  }
}
