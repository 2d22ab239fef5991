package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.ContextExecutor;
import io.github.thriveaudience.internal.call.Unchanged;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * Work on another thread, for a caller that waits for its result.
 *
 * @param <T> the result
 */
public class BackgroundTask<T> extends FutureTask<T> implements ContextExecutor.Task {

  /** A task that has not started. */
  public BackgroundTask(Callable<T> work) {
    super(work);
  }

  /** Starts the task; if there is no thread for it, it has failed. */
  public final void startOn(Executor threads) {
    try {
      threads.execute(this);
    } catch (Throwable e) {
      fail(e);
    }
  }

  @Override
  public final void fail(Throwable failure) {
    setException(failure);
  }

  /**
   * Throws what the task threw, as it is, with the trace of the calling thread appended, which the
   * other thread's trace lacks.
   *
   * @return never; for the compiler
   */
  public static RuntimeException failure(ExecutionException failed) {
    Throwable failure = Objects.requireNonNullElse(failed.getCause(), failed);
    appendCaller(failure);
    throw Unchanged.thrown(failure);
  }

  private static void appendCaller(Throwable failure) {
    failure.setStackTrace(
        Stream.of(failure.getStackTrace(), new Throwable().getStackTrace())
            .flatMap(Stream::of)
            .toArray(StackTraceElement[]::new));
  }
}
