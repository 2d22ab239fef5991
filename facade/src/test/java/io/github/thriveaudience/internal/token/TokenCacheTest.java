package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.internal.call.MutableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TokenCacheTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Set<Thread.State> PARKED =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private final MutableClock clock = new MutableClock();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicReference<ThriveException> failure = new AtomicReference<>();
  private final Queue<Runnable> background = new ArrayDeque<>();
  private Duration lifetime = HOUR;

  /** Runs requests on the calling thread. */
  private final TokenCache cache = cacheOn(Runnable::run);

  /** Queues requests until the test runs them. */
  private final TokenCache slow = cacheOn(background::add);

  @Test
  void requestsNothingBeforeATokenIsNeeded() {
    assertThat(requests).hasValue(0);
  }

  @Test
  void requestsOnceWhileTheTokenIsFresh() {
    assertThat(cache.current().value()).isEqualTo("token-1");
    clock.advance(Duration.ofMinutes(54));
    assertThat(cache.current().value()).isEqualTo("token-1");

    assertThat(requests).hasValue(1);
  }

  @Nested
  class Stale {
    @Test
    void isRenewedOnceWhileCallersUseIt() {
      obtainFirstToken(slow);
      clock.advance(Duration.ofMinutes(56));

      IntStream.range(0, 100).forEach(i -> assertThat(value(slow)).isEqualTo("token-1"));
      assertThat(background).hasSize(1);

      background.remove().run();
      assertThat(value(slow)).isEqualTo("token-2");
      assertThat(requests).hasValue(2);
      assertThat(background).isEmpty();
    }

    @Test
    void isUsedIfItsRenewalFails() {
      obtainFirstToken(slow);
      clock.advance(Duration.ofMinutes(56));
      failure.set(rejection());

      value(slow);
      background.remove().run();

      assertThat(value(slow)).isEqualTo("token-1");
      assertThat(background).as("no immediate retry").isEmpty();
      clock.advance(Duration.ofSeconds(30));
      assertThat(value(slow)).isEqualTo("token-1");
      assertThat(background).as("a retry after a pause").hasSize(1);
    }

    @Test
    void isUsedUntilJustBeforeItExpiresWhileItsRenewalHangs() {
      obtainFirstToken(slow);
      clock.advance(Duration.ofMinutes(56));
      value(slow);

      clock.advance(Duration.ofSeconds(229));
      assertThat(value(slow)).isEqualTo("token-1");
      assertThat(background).hasSize(1);
    }
  }

  @Nested
  class Expired {
    @Test
    void isNeverReturned() {
      obtainFirstToken(cache);
      clock.advance(HOUR.minusSeconds(10));

      assertThat(value(cache)).isEqualTo("token-2");
    }

    @Test
    void isRequestedAgainAfterAFailure() {
      failure.set(rejection());
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(cache::current)
            .isExactlyInstanceOf(TokenRequestException.class)
            .hasMessage("refused")
            .hasCause(failure.get())
            .isNotSameAs(failure.get());
      }
      assertThat(requests).hasValue(2);

      failure.set(null);
      assertThat(value(cache)).isEqualTo("token-3");
    }

    @Test
    void isNotReturnedIfItExpiredDuringItsRequest() {
      TokenCache cache =
          cacheOn(
              task -> {
                task.run();
                clock.advance(HOUR);
              });

      assertThatThrownBy(cache::current)
          .isInstanceOf(ThriveTimeoutException.class)
          .hasMessageContaining("had expired when it arrived");
    }

    @Test
    void isRequestedOnceForAllCallers() throws Exception {
      AtomicReference<Thread> waiting = new AtomicReference<>();
      CompletableFuture<String> one = inThread(() -> value(slow), waiting);
      awaitParked(waiting);
      CompletableFuture<String> other = inThread(() -> value(slow), waiting);
      awaitParked(waiting);

      assertThat(background).hasSize(1);
      background.remove().run();

      assertThat(one.get()).isEqualTo("token-1");
      assertThat(other.get()).isEqualTo("token-1");
    }

    @Test
    void isStillRequestedForOthersIfOneIsInterrupted() throws Exception {
      AtomicReference<Thread> obtainFirstToken = new AtomicReference<>();
      AtomicReference<Thread> second = new AtomicReference<>();
      CompletableFuture<Throwable> interrupted =
          inThread(
              () -> {
                Throwable thrown = catchThrowable(slow::current);
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return thrown;
              },
              obtainFirstToken);
      awaitParked(obtainFirstToken);
      CompletableFuture<String> patient = inThread(() -> value(slow), second);
      awaitParked(second);

      obtainFirstToken.get().interrupt();
      assertThat(interrupted.get()).isInstanceOf(ThriveInterruptedException.class);

      background.remove().run();
      assertThat(patient.get()).isEqualTo("token-1");
      assertThat(requests).hasValue(1);
    }

    @Test
    void isNotRequestedAgainByACallerThatSawTheOldOne() {
      AtomicReference<TokenCache> cache = new AtomicReference<>();
      AtomicInteger looks = new AtomicInteger();
      cache.set(
          new TokenCache(
              TokenCacheTest.this::request,
              () -> {
                if (looks.incrementAndGet() == 1) {
                  cache.get().current();
                }
                return clock.instant();
              },
              Runnable::run,
              () -> 0));

      assertThat(value(cache.get())).isEqualTo("token-1");
      assertThat(requests).hasValue(1);
    }

    @Test
    void isRequestedAgainIfNoThreadIsAvailable() {
      AtomicReference<Executor> executor =
          new AtomicReference<>(
              task -> {
                throw new RejectedExecutionException("no thread");
              });
      TokenCache cache = cacheOn(task -> executor.get().execute(task));
      assertThatThrownBy(cache::current).hasCauseInstanceOf(RejectedExecutionException.class);

      executor.set(Runnable::run);
      assertThat(value(cache)).isEqualTo("token-1");
    }
  }

  @Nested
  class Invalidated {
    @Test
    void isReplaced() {
      obtainFirstToken(cache);

      cache.invalidate("token-1");

      assertThat(value(cache)).isEqualTo("token-2");
    }

    @Test
    void isNeverANewerToken() {
      obtainFirstToken(cache);
      cache.invalidate("token-1");
      obtainFirstToken(cache);

      cache.invalidate("token-1");

      assertThat(value(cache)).isEqualTo("token-2");
      assertThat(requests).hasValue(2);
    }

    @Test
    void keepsTheRequestInFlight() {
      obtainFirstToken(slow);
      clock.advance(Duration.ofMinutes(56));
      value(slow);

      slow.invalidate("token-1");
      background.remove().run();

      assertThat(value(slow)).isEqualTo("token-2");
      assertThat(requests).hasValue(2);
    }
  }

  private TokenCache cacheOn(Executor executor) {
    return new TokenCache(this::request, clock, executor, () -> 0);
  }

  private Token request() {
    String value = "token-" + requests.incrementAndGet();
    if (failure.get() != null) {
      throw failure.get();
    }
    return new Token(value, List.of("api/read"), clock.instant(), clock.instant().plus(lifetime));
  }

  /** Obtains the first token; runs the queued request of the slow cache. */
  private void obtainFirstToken(TokenCache cache) {
    AtomicReference<Thread> waiting = new AtomicReference<>();
    CompletableFuture<String> value = inThread(() -> value(cache), waiting);
    if (cache == slow) {
      awaitParked(waiting);
      background.remove().run();
    }
    assertThat(value.join()).startsWith("token-");
  }

  private static String value(TokenCache cache) {
    return cache.current().value();
  }

  private static TokenRequestException rejection() {
    return new TokenRequestException("refused", "invalid_client", null);
  }

  private static <T> CompletableFuture<T> inThread(
      java.util.function.Supplier<T> task, AtomicReference<Thread> thread) {
    CompletableFuture<T> result = new CompletableFuture<>();
    thread.set(new Thread(() -> result.completeAsync(task, Runnable::run)));
    thread.get().start();
    return result;
  }

  private static void awaitParked(AtomicReference<Thread> thread) {
    while (!PARKED.contains(thread.get().getState())) {
      Thread.onSpinWait();
    }
  }
}
