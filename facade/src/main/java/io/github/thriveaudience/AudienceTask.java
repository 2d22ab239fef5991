package io.github.thriveaudience;

import io.github.thriveaudience.internal.listing.BackgroundTask;
import io.github.thriveaudience.internal.listing.CompletedTasks;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * An audience that is read on another thread.
 *
 * @param <T> what is read
 */
final class AudienceTask<T> extends BackgroundTask<T> {
  private final String audience;
  private final CompletedTasks<AudienceTask<T>> completed;

  /**
   * A task that has not started.
   *
   * @param completed gets this when it has ended
   */
  AudienceTask(String audience, Callable<T> reading, CompletedTasks<AudienceTask<T>> completed) {
    super(reading);
    this.audience = audience;
    this.completed = completed;
  }

  String audience() {
    return audience;
  }

  @Override
  protected void done() {
    completed.add(this);
  }

  /** What was read, once this has ended. What the reading threw is thrown as it is. */
  T result() {
    try {
      return get();
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("a task that has ended does not wait", e);
    }
  }
}
