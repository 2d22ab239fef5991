package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens while a supplier of credentials is asked. */
@Timeout(60)
class SuppliedCredentialsWaitTest extends SuppliedCredentialsFixture {
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
            "The thread was interrupted while it waited for the supplier of the" + " credentials.");
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
        .isThrownBy(this::current)
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
    assertThatThrownBy(this::current)
        .isExactlyInstanceOf(SupplierFailedException.class)
        .hasMessage(
            "The supplier of the credentials calls the client that asks it, which would wait for"
                + " itself. Use another client in the supplier.");
    assertThat(asks).hasValue(1);
  }
}
