package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Credentials of a supplier, and calls that ask for them. */
abstract class SuppliedCredentialsFixture {
  static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Set<Thread.State> PARKED =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  final ManualTime time = new ManualTime(Long.MAX_VALUE - 7);
  final Lifetime lifetime = new Lifetime("this client is closed");
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  final AtomicInteger asks = new AtomicInteger();
  Supplier<Secret> answer = () -> new Secret("tenant", "secret-" + asks.get());

  final SuppliedCredentials credentials =
      new SuppliedCredentials(
          new SupplierAnswers<>(this::ask, Function.<Secret>identity()), time, lifetime);

  record Secret(String tenantId, String value) implements CheckedCredentials {
    @Override
    public boolean isOfSameKind(Object unchecked) {
      return unchecked instanceof Secret;
    }
  }

  private Secret ask() {
    asks.incrementAndGet();
    return answer.get();
  }

  CheckedCredentials current() {
    return credentials.current(() -> MINUTE);
  }

  boolean replace(CheckedCredentials rejected) {
    return credentials.replace(rejected::equals, () -> MINUTE);
  }

  static Secret secret(int number) {
    return new Secret("tenant", "secret-" + number);
  }

  /** What a call on a thread of its own throws, or null. */
  CompletableFuture<Throwable> caught(AtomicReference<Thread> thread) {
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread call = new Thread(() -> outcome.complete(catchThrowable(this::current)));
    threads.add(call);
    if (thread != null) {
      thread.set(call);
    }
    call.start();
    return outcome;
  }

  void awaitParked(int count) {
    while (threads.stream().filter(thread -> PARKED.contains(thread.getState())).count() < count) {
      Thread.onSpinWait();
    }
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
