package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.log.CompositeListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls that have to wait until the listener lets them begin. */
class TurnsTest {
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void anInterruptionEndsTheWaitAndIsKept() {
    Throwable thrown = catchThrowable(() -> run(Turn.INTERRUPTED));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .isExactlyInstanceOf(ThriveInterruptedException.class)
        .hasMessageStartingWith(
            "The thread was interrupted between two attempts of the call of TEST for audience"
                + " \"tech-team\".")
        .hasCauseInstanceOf(InterruptedException.class)
        .hasNoSuppressedExceptions();
    assertThat(attempts).as("nothing was sent").hasValue(0);
  }

  private void run(AttemptListener listener) {
    Limits limits = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), 4, 1);
    RetryExecutor retries =
        new RetryExecutor(
            limits,
            Time.SYSTEM,
            new Lifetime("this client is closed"),
            new CompositeListener(List.of()));
    Calls.run(retries, listener, attempts::incrementAndGet);
  }

  private enum Turn implements AttemptListener {
    INTERRUPTED;

    @Override
    public void begin(Duration longest) throws InterruptedException, TimeoutException {
      throw new InterruptedException();
    }

    @Override
    public void end() {
      throw new AssertionError("it never began");
    }

    @Override
    public void sent() {}

    @Override
    public void failed(ThriveException failure) {}
  }
}
