package io.github.thriveaudience.internal.call;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * Threads that run a task in the context of the thread that starts it: its trace, its log context,
 * its security context. What carries the context is a decorator of tasks. Thread-safe.
 *
 * @param threads run the tasks
 * @param decorator wraps each task, on the thread that starts it
 */
public record ContextExecutor(Executor threads, UnaryOperator<Runnable> decorator)
    implements Executor {

  /** A task that somebody waits for. */
  public interface Task extends Runnable {

    /** Notes why this was not run. Has no effect on a task that has ended. */
    void fail(Throwable failure);
  }

  /**
   * Starts a task.
   *
   * @throws RuntimeException what the decorator throws
   */
  @Override
  public void execute(Runnable task) {
    Noted noted = new Noted(task);
    Runnable decorated = decorated(noted, decorator);
    threads.execute(() -> noted.runAs(decorated));
  }

  static Runnable decorated(Runnable task, UnaryOperator<Runnable> decorator) {
    return Objects.requireNonNull(decorator.apply(task), "the taskDecorator returned null");
  }

  /**
   * A task that knows whether it was run: one that was not would be waited for without end, and one
   * that is run again, or too late, would send its request again.
   */
  private static final class Noted implements Runnable {
    private final Runnable task;
    private final AtomicBoolean begun = new AtomicBoolean();

    Noted(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      if (begun.compareAndSet(false, true)) {
        task.run();
      }
    }

    void runAs(Runnable decorated) {
      try {
        decorated.run();
      } catch (Throwable e) {
        if (!fail(e)) {
          throw e;
        }
      }
      fail(new IllegalStateException("the taskDecorator did not run its task"));
    }

    /** Fails the task unless it was begun. */
    private boolean fail(Throwable failure) {
      boolean isFirst = begun.compareAndSet(false, true);
      if (isFirst && task instanceof Task waitedFor) {
        waitedFor.fail(failure);
      }
      return isFirst;
    }
  }
}
