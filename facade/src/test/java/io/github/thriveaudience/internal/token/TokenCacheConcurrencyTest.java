package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.call.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("long")
@Timeout(60)
class TokenCacheConcurrencyTest {
  private static final int THREADS = 50;

  private final MutableClock clock = new MutableClock();
  private final AtomicInteger requests = new AtomicInteger();
  private final TokenCache cache =
      new TokenCache(this::request, clock, task -> new Thread(task).start(), () -> 0.5);

  /** Many short rounds hit the window between the end of a request and its clean-up. */
  @RepeatedTest(200)
  void concurrentCallersShareOneRequest() throws Exception {
    assertThat(valuesOfARound()).containsOnly("token-1");
    clock.advance(Duration.ofHours(1));
    assertThat(valuesOfARound()).containsOnly("token-2");
    assertThat(requests).hasValue(2);
  }

  @RepeatedTest(50)
  void concurrentInvalidationsNeedOneRequest() throws Exception {
    String rejected = cache.current().value();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    inThreads(
        () -> {
          cache.invalidate(rejected);
          assertThat(cache.current().value()).isEqualTo("token-2");
        },
        failure);
    assertThat(failure.get()).isNull();
    assertThat(requests).hasValue(2);
  }

  @Test
  void requestsATokenAnHour() {
    int calls = 10_000;
    Duration step = Duration.ofDays(1).dividedBy(calls);
    for (int i = 0; i < calls; i++) {
      assertThat(cache.current().expiresAt()).isAfter(clock.instant());
      clock.advance(step);
    }
    assertThat(requests).hasValueBetween(24, 28);
  }

  private List<String> valuesOfARound() throws InterruptedException {
    ConcurrentLinkedQueue<String> values = new ConcurrentLinkedQueue<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    inThreads(() -> values.add(cache.current().value()), failure);
    assertThat(failure.get()).isNull();
    assertThat(values).hasSize(THREADS);
    return List.copyOf(values);
  }

  private static void inThreads(Runnable task, AtomicReference<Throwable> failure)
      throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads =
        java.util.stream.IntStream.range(0, THREADS)
            .mapToObj(i -> new Thread(() -> run(start, task, failure)))
            .toList();
    threads.forEach(Thread::start);
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void run(CountDownLatch start, Runnable task, AtomicReference<Throwable> failure) {
    try {
      start.await();
      task.run();
    } catch (Throwable thrown) {
      failure.set(thrown);
    }
  }

  private Token request() {
    String value = "token-" + requests.incrementAndGet();
    return new Token(value, List.of(), clock.instant(), clock.instant().plus(Duration.ofHours(1)));
  }
}
