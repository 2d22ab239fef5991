package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.ManualTime;
import io.github.thriveaudience.internal.call.NonRetryableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a supplier of credentials is asked, by whom, and what becomes of its failures. */
@Timeout(60)
class SuppliedCredentialsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Set<Thread.State> PARKED =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private final ManualTime time = new ManualTime(Long.MAX_VALUE - 7);
  private final Lifetime lifetime = new Lifetime("this client is closed");
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final AtomicInteger asks = new AtomicInteger();
  private Supplier<Secret> answer = () -> new Secret("tenant", "secret-" + asks.get());

  private final SuppliedCredentials credentials =
      new SuppliedCredentials(
          new SupplierAnswers<>(this::ask, Function.<Secret>identity()), time, lifetime);

  record Secret(String tenantId, String value) implements CheckedCredentials {
    @Override
    public boolean isOfSameKind(Object unchecked) {
      return unchecked instanceof Secret;
    }
  }

  record OtherKind(String tenantId) implements CheckedCredentials {
    @Override
    public boolean isOfSameKind(Object unchecked) {
      return unchecked instanceof OtherKind;
    }
  }

  private Secret ask() {
    asks.incrementAndGet();
    return answer.get();
  }

  private CheckedCredentials current() {
    return credentials.current(() -> MINUTE);
  }

  private boolean replace(CheckedCredentials rejected) {
    return credentials.replace(rejected::equals, () -> MINUTE);
  }

  private static Secret secret(int number) {
    return new Secret("tenant", "secret-" + number);
  }

  @Test
  void asksWhenCredentialsAreFirstNeededAndThenNoMore() {
    assertThat(asks).hasValue(0);

    assertThat(current()).isEqualTo(secret(1)).isSameAs(current());
    time.advance(Duration.ofDays(1));
    assertThat(current()).isEqualTo(secret(1));

    assertThat(asks).hasValue(1);
  }

  @Nested
  class ARejectedSecret {
    @Test
    void isReplacedByAskingOnce() {
      CheckedCredentials first = current();

      assertThat(replace(first)).isTrue();
      assertThat(current()).isEqualTo(secret(2));
      assertThat(replace(first)).as("no longer current").isTrue();

      assertThat(asks).hasValue(2);
    }

    @Test
    void staysIfTheSupplierReturnsTheSame() {
      answer = () -> new Secret("tenant", "same");
      CheckedCredentials first = current();

      assertThat(replace(first)).isFalse();
      assertThat(current()).isSameAs(first);

      assertThat(asks).hasValue(2);
    }

    @Test
    void isAskedForAtMostEveryFiveSeconds() {
      answer = () -> new Secret("tenant", "same");
      CheckedCredentials rejected = current();

      for (int i = 0; i < 1_000; i++) {
        assertThat(replace(rejected)).isFalse();
        time.advance(Duration.ofMillis(10));
      }

      assertThat(asks).as("1, and in 10 s of rejections at 0 s and 5 s").hasValue(3);
    }

    @Test
    void isNotAskedForAtOnceAfterTheOneBefore() {
      assertThat(replace(current())).isTrue();

      assertThat(replace(current())).isFalse();
      time.advance(SuppliedCredentials.BETWEEN_REJECTIONS);
      assertThat(replace(current())).isTrue();

      assertThat(asks).hasValue(3);
    }

    @Test
    void fiveSecondsBeginWhenTheSupplierReturns() {
      CheckedCredentials first = current();
      answer =
          () -> {
            time.advance(Duration.ofSeconds(20));
            return secret(1);
          };

      assertThat(replace(first)).isFalse();
      assertThat(replace(first)).isFalse();

      assertThat(asks).hasValue(2);
    }

    @Test
    void staysIfTheSupplierFailsWhichIsNotAskedAgainAtOnce() {
      CheckedCredentials first = current();
      IllegalStateException down = new IllegalStateException("the vault is down");
      answer =
          () -> {
            throw down;
          };

      assertThat(((NonRetryableException) catchThrowable(() -> replace(first))).failure())
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasCause(down);
      assertThat(current()).isSameAs(first);
      assertThat(replace(first)).isFalse();
      assertThat(asks).hasValue(2);

      time.advance(SuppliedCredentials.BETWEEN_REJECTIONS);
      answer = () -> secret(7);
      assertThat(replace(first)).isTrue();
    }

    /** Many short rounds hit the window between the end of an ask and its clean-up. */
    @RepeatedTest(100)
    void ofManyCallsIsReplacedByAskingOnce() throws Exception {
      CheckedCredentials first = current();

      List<Boolean> replaced = onThreads(20, () -> replace(first));

      assertThat(replaced).containsOnly(true);
      assertThat(asks).hasValue(2);
    }
  }

  @Nested
  class AFailure {
    @Test
    void namesTheSupplierAndKeepsTheCauseAndIsNotKept() {
      IllegalStateException down = new IllegalStateException("the vault is down");
      answer =
          () -> {
            throw down;
          };

      for (int i = 1; i <= 2; i++) {
        assertThatThrownBy(SuppliedCredentialsTest.this::current)
            .isExactlyInstanceOf(SupplierFailedException.class)
            .hasMessage(
                "The supplier of the credentials failed with a java.lang.IllegalStateException, so"
                    + " no request was sent.")
            .hasCause(down);
        assertThat(asks).hasValue(i);
      }
      answer = () -> secret(3);
      assertThat(current()).isEqualTo(secret(3));
    }

    @Test
    void mayBeCheckedOrAnErrorWhichPassesUnchanged() {
      IOException checked = new IOException("gone");
      answer = () -> thrown(checked);
      assertThatThrownBy(SuppliedCredentialsTest.this::current).hasCause(checked);

      Error error = new StackOverflowError();
      answer = () -> thrown(error);
      assertThatThrownBy(SuppliedCredentialsTest.this::current).isSameAs(error);

      answer = () -> secret(3);
      assertThat(current()).isEqualTo(secret(3));
    }

    @Test
    void isAnAnswerThatIsNull() {
      answer = () -> null;

      assertThatThrownBy(SuppliedCredentialsTest.this::current)
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessage(
              "The supplier of the credentials returned what cannot be used: null. No request was"
                  + " sent.")
          .hasNoCause();
    }

    @Test
    void isAnAnswerOfAnotherTenant() {
      CheckedCredentials first = current();
      answer = () -> new Secret("hush-hush", "other");

      assertRefused(first, "they have another Tenant ID than before");
    }

    @Test
    void isAnAnswerOfAnotherKind() {
      AtomicReference<CheckedCredentials> next = new AtomicReference<>(secret(1));
      SuppliedCredentials ofTwoKinds =
          new SuppliedCredentials(
              new SupplierAnswers<>(next::get, Function.<CheckedCredentials>identity()),
              time,
              lifetime);
      CheckedCredentials first = ofTwoKinds.current(() -> MINUTE);
      next.set(new OtherKind("tenant"));

      assertThat(
              ((NonRetryableException)
                      catchThrowable(() -> ofTwoKinds.replace(first::equals, () -> MINUTE)))
                  .failure())
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageContaining("they are of another kind than before");
      assertThat(ofTwoKinds.current(() -> MINUTE)).isSameAs(first);
    }

    private void assertRefused(CheckedCredentials first, String why) {
      assertThat(((NonRetryableException) catchThrowable(() -> replace(first))).failure())
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageStartingWith(
              "The supplier of the credentials returned what cannot be used: " + why)
          .hasMessageNotContaining("hush");
      assertThat(current()).isSameAs(first);
    }

    @Test
    void isSharedByTheCallsThatWait() throws Exception {
      IllegalStateException down = new IllegalStateException("the vault is down");
      CountDownLatch asked = new CountDownLatch(1);
      CountDownLatch fail = new CountDownLatch(1);
      answer =
          () -> {
            asked.countDown();
            await(fail);
            throw down;
          };
      List<CompletableFuture<Throwable>> calls =
          IntStream.range(0, 5).mapToObj(i -> caught(null)).toList();
      await(asked);
      awaitParked(5);

      fail.countDown();

      for (CompletableFuture<Throwable> call : calls) {
        assertThat(call.get()).isExactlyInstanceOf(SupplierFailedException.class).hasCause(down);
      }
      assertThat(calls).extracting(CompletableFuture::join).doesNotHaveDuplicates();
      assertThat(asks).hasValue(1);
    }
  }

  @Nested
  class WhileTheSupplierIsAsked {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private Secret slow() {
      asked.countDown();
      await(go);
      return secret(1);
    }

    @Test
    void waitsEndWithTheTimeoutOfTheirCalls() throws Exception {
      answer = this::slow;
      CompletableFuture<Throwable> asking = caught(null);
      await(asked);

      assertThatThrownBy(() -> credentials.current(() -> Duration.ofMillis(1)))
          .isExactlyInstanceOf(ThriveTimeoutException.class)
          .hasMessage(
              "The supplier of the credentials returned nothing within the timeout of the call.");
      go.countDown();
      assertThat(asking.get()).isNull();
    }

    @Test
    void theTimeOfTheCallThatAsksPassesToo() {
      AtomicReference<Duration> left = new AtomicReference<>(MINUTE);
      answer =
          () -> {
            left.set(Duration.ZERO);
            return secret(1);
          };

      assertThatThrownBy(() -> credentials.current(left::get))
          .isExactlyInstanceOf(ThriveTimeoutException.class);
      assertThat(current()).as("the answer was kept").isEqualTo(secret(1));
      assertThat(asks).hasValue(1);
    }

    @Test
    void interruptionEndsTheWaitOfOneCallAlone() throws Exception {
      answer = this::slow;
      CompletableFuture<Throwable> asking = caught(null);
      await(asked);
      AtomicReference<Thread> thread = new AtomicReference<>();
      CompletableFuture<Throwable> waiting = caught(thread);
      awaitParked(2);

      thread.get().interrupt();

      assertThat(waiting.get())
          .isExactlyInstanceOf(ThriveInterruptedException.class)
          .hasMessage(
              "The thread was interrupted while it waited for the supplier of the"
                  + " credentials.");
      go.countDown();
      assertThat(asking.get()).isNull();
    }

    /** The listing of one call was closed: the others are not affected. */
    @Test
    void interruptionOfTheCallThatAsksLetsAnotherOneAsk() throws Exception {
      answer = this::slow;
      AtomicReference<Thread> thread = new AtomicReference<>();
      CompletableFuture<Throwable> asking = caught(thread);
      await(asked);
      CompletableFuture<Throwable> waiting = caught(null);
      awaitParked(2);
      answer = () -> secret(2);

      thread.get().interrupt();

      assertThat(asking.get())
          .isExactlyInstanceOf(ThriveInterruptedException.class)
          .hasRootCauseInstanceOf(InterruptedException.class);
      assertThat(waiting.get()).isNull();
      assertThat(current()).isEqualTo(secret(2));
      assertThat(asks).hasValue(2);
    }

    @Test
    void closingTheClientEndsTheSupplierAndTheWaits() throws Exception {
      answer = this::slow;
      CompletableFuture<Throwable> asking = caught(null);
      await(asked);
      CompletableFuture<Throwable> waiting = caught(null);
      awaitParked(2);

      lifetime.end();

      for (CompletableFuture<Throwable> call : List.of(asking, waiting)) {
        assertThat(call.get())
            .isExactlyInstanceOf(IllegalStateException.class)
            .hasMessage("this client is closed");
      }
    }

    /** The flag that closing the client set is taken back. */
    @Test
    void closingTheClientLeavesNoThreadInterrupted() {
      answer =
          () -> {
            lifetime.end();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return secret(1);
          };

      assertThatIllegalStateException()
          .isThrownBy(SuppliedCredentialsTest.this::current)
          .withMessage("this client is closed");
      assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theSupplierCannotAskForItsOwnCredentials() {
      answer = () -> (Secret) current();

      assertRecursive();
    }

    @Test
    void theSupplierCannotUseTheClient() {
      answer =
          () -> {
            try {
              credentials.requireOtherThread();
            } catch (SupplierFailedException e) {
              throw new IllegalArgumentException("no secret", e);
            }
            return secret(1);
          };

      assertRecursive();
    }

    private void assertRecursive() {
      assertThatThrownBy(SuppliedCredentialsTest.this::current)
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessage(
              "The supplier of the credentials calls the client that asks it, which would wait for"
                  + " itself. Use another client in the supplier.");
      assertThat(asks).hasValue(1);
    }
  }

  @Test
  void aClosedClientDoesNotAsk() {
    lifetime.end();

    assertThatIllegalStateException()
        .isThrownBy(this::current)
        .withMessage("this client is closed");
    assertThat(asks).hasValue(0);
  }

  @RepeatedTest(100)
  void concurrentCallsAskOnce() throws Exception {
    assertThat(onThreads(20, this::current)).containsOnly(secret(1));
    assertThat(asks).hasValue(1);
  }

  /** What a call on a thread of its own throws, or null. */
  private CompletableFuture<Throwable> caught(AtomicReference<Thread> thread) {
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread call = new Thread(() -> outcome.complete(catchThrowable(this::current)));
    threads.add(call);
    if (thread != null) {
      thread.set(call);
    }
    call.start();
    return outcome;
  }

  private void awaitParked(int count) {
    while (threads.stream().filter(thread -> PARKED.contains(thread.getState())).count() < count) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> onThreads(int count, Callable<T> task) throws Exception {
    CountDownLatch ready = new CountDownLatch(count);
    List<CompletableFuture<T>> results =
        IntStream.range(0, count).mapToObj(i -> new CompletableFuture<T>()).toList();
    for (CompletableFuture<T> result : results) {
      new Thread(
              () -> {
                ready.countDown();
                await(ready);
                try {
                  result.complete(task.call());
                } catch (Throwable e) {
                  result.completeExceptionally(e);
                }
              })
          .start();
    }
    for (CompletableFuture<T> result : results) {
      result.get();
    }
    return results.stream().map(CompletableFuture::join).toList();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T, E extends Throwable> T thrown(Throwable failure) throws E {
    throw (E) failure;
  }
}
