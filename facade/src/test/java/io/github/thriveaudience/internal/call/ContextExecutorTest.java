package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ContextExecutorTest {
  private final List<String> steps = new ArrayList<>();
  private final List<Runnable> started = new ArrayList<>();

  /** The other thread, whose task the test runs. */
  private final Executor other = started::add;

  private final ContextExecutor.Task task =
      new ContextExecutor.Task() {
        @Override
        public void run() {
          steps.add("run");
        }

        @Override
        public void fail(Throwable failure) {
          steps.add("failed: " + failure.getMessage());
        }
      };

  @Test
  void decoratesOnTheThreadThatStartsATask() {
    UnaryOperator<Runnable> decorator =
        given -> {
          steps.add("capture");
          return () -> {
            steps.add("restore");
            given.run();
            steps.add("clear");
          };
        };

    new ContextExecutor(other, decorator).execute(task);

    assertThat(steps).containsExactly("capture");
    started.get(0).run();
    assertThat(steps).containsExactly("capture", "restore", "run", "clear");
  }

  @Test
  void throwsWhatTheDecoratorThrowsToTheThreadThatStartsATask() {
    RuntimeException failure = new IllegalStateException("no context");

    assertThatThrownBy(() -> executor(given -> fail(failure)).execute(task)).isSameAs(failure);
    assertThatThrownBy(() -> executor(given -> null).execute(task))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the taskDecorator returned null");
    assertThat(started).isEmpty();
  }

  @Test
  void failsATaskThatIsNotRun() {
    executor(given -> () -> {}).execute(task);
    executor(given -> () -> fail(new IllegalStateException("no context"))).execute(task);
    executor(given -> () -> {}).execute(() -> steps.add("run"));

    started.forEach(Runnable::run);

    assertThat(steps)
        .containsExactly("failed: the taskDecorator did not run its task", "failed: no context");
  }

  @Test
  void runsATaskOnceAndNotAfterItHasFailed() {
    List<Runnable> kept = new ArrayList<>();
    executor(
            given ->
                () -> {
                  given.run();
                  given.run();
                })
        .execute(task);
    executor(given -> () -> kept.add(given)).execute(task);

    started.forEach(Runnable::run);
    kept.forEach(Runnable::run);

    assertThat(steps).containsExactly("run", "failed: the taskDecorator did not run its task");
  }

  @Test
  void doesNotHideAFailureAfterTheTask() {
    RuntimeException failure = new IllegalStateException("cannot clear");
    executor(
            given ->
                () -> {
                  given.run();
                  fail(failure);
                })
        .execute(task);

    assertThatThrownBy(() -> started.get(0).run()).isSameAs(failure);
    assertThat(steps).containsExactly("run");
  }

  private ContextExecutor executor(UnaryOperator<Runnable> decorator) {
    return new ContextExecutor(other, decorator);
  }

  private static Runnable fail(RuntimeException failure) {
    throw failure;
  }
}
