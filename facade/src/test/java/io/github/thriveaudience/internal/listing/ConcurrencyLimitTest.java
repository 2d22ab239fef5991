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
  void startsAtTheMaximum() {
    assertThat(limit.current()).isEqualTo(8);
  }

  @Test
  void neverExceedsTheMaximum() {
    deliver(100);

    assertThat(limit.current()).isEqualTo(8);
  }

  @Test
  void isHalvedByEach429DownToOne() {
    assertThat(IntStream.range(0, 5).map(i -> halved())).containsExactly(4, 2, 1, 1, 1);
  }

  @Test
  void growsByOneOnceAsManyPagesAreDelivered() {
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
  void countsFromZeroAfterA429() {
    deliver(7);
    rateLimited();

    deliver(3);
    assertThat(limit.current()).isEqualTo(4);
  }

  @Test
  void admitsWaitingRequestsInTheirOrder() throws Exception {
    IntStream.range(0, 3).forEach(i -> rateLimited());
    limit.begin(LONG);
    List<String> order = new CopyOnWriteArrayList<>();
    List<Thread> waiting = new ArrayList<>();
    for (String name : List.of("first", "second", "third")) {
      waiting.add(entering(name, order));
    }
    assertThat(order).isEmpty();

    for (int admitted = 1; admitted <= 3; admitted++) {
      limit.end();
      waiting.get(admitted - 1).join();
      assertThat(order).hasSize(admitted);
    }
    assertThat(order).containsExactly("first", "second", "third");
  }

  @Test
  void admitsOneMoreRequestWhenItGrows() throws Exception {
    IntStream.range(0, 3).forEach(i -> rateLimited());
    limit.begin(LONG);
    List<String> order = new CopyOnWriteArrayList<>();
    Thread waiting = entering("first", order);

    deliver(1);

    waiting.join(20_000);
    assertThat(order).containsExactly("first");
  }

  @Test
  void aRequestThatWaitsTooLongTimesOut() throws Exception {
    IntStream.range(0, 3).forEach(i -> rateLimited());
    limit.begin(LONG);

    assertThatThrownBy(() -> limit.begin(Duration.ofMillis(1)))
        .isInstanceOf(TimeoutException.class);
    limit.end();
    limit.begin(LONG);
  }

  @Test
  void aWaitingRequestCanBeInterrupted() throws Exception {
    IntStream.range(0, 3).forEach(i -> rateLimited());
    limit.begin(LONG);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> limit.begin(LONG)).isInstanceOf(InterruptedException.class);
    limit.end();
    limit.begin(LONG);
  }

  /** Returns once the thread waits. */
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

  private int halved() {
    rateLimited();
    return limit.current();
  }

  private void deliver(int pages) {
    IntStream.range(0, pages).forEach(i -> limit.delivered());
  }
}
