package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.internal.call.ContextExecutor;
import java.io.Serial;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Sends a request. Cancelling it interrupts its thread, which ends the request. */
final class SenderTask extends FutureTask<@Nullable Void> implements ContextExecutor.Task {
  private final ResponseCapture capture;

  /** What sends a request. */
  @FunctionalInterface
  interface Sending {
    void send() throws Exception;
  }

  /**
   * A task that has not started.
   *
   * @param capture gets what the sending throws
   */
  SenderTask(Sending sending, ResponseCapture capture) {
    super(
        () -> {
          try {
            sending.send();
          } catch (Throwable failure) {
            capture.failed(failure);
          }
          return null;
        });
    this.capture = capture;
  }

  /** The HTTP client has no part in this failure, so it is told apart from those of the client. */
  @Override
  public void fail(Throwable failure) {
    capture.failed(new NotRunException(failure));
  }

  /** Carries what a decorator of tasks threw in place of sending a request. */
  static final class NotRunException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    NotRunException(Throwable cause) {
      super(cause);
    }
  }
}
