package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.internal.call.NonRetryableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a supplier of credentials is asked, and by whom. */
@Timeout(60)
class SuppliedCredentialsTest extends SuppliedCredentialsFixture {
  @Test
  void asksWhenCredentialsAreFirstNeededAndThenNoMore() {
    assertThat(asks).hasValue(0);

    assertThat(current()).isEqualTo(secret(1)).isSameAs(current());
    time.advance(Duration.ofDays(1));
    assertThat(current()).isEqualTo(secret(1));

    assertThat(asks).hasValue(1);
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
}
