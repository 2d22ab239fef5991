package io.github.thriveaudience.internal.call;

import io.micrometer.context.ContextSnapshotFactory;
import java.util.function.UnaryOperator;

/**
 * Carries the thread-locals of a thread to another one by Micrometer's context-propagation, where
 * that is on the class path: users have it, or not.
 */
public final class ContextPropagation {
  private static final UnaryOperator<Runnable> OF_CLASS_PATH = ofClassPath();

  private ContextPropagation() {}

  /** Carries what the library carries, and then what another decorator does. */
  public static UnaryOperator<Runnable> before(UnaryOperator<Runnable> decorator) {
    return task -> OF_CLASS_PATH.apply(ContextExecutor.decorated(task, decorator));
  }

  /** Carries what the library carries; nothing without the library. */
  public static UnaryOperator<Runnable> decorator() {
    return OF_CLASS_PATH;
  }

  private static UnaryOperator<Runnable> ofClassPath() {
    try {
      return Library.decorator();
    } catch (LinkageError e) {
      return UnaryOperator.identity();
    }
  }

  /** A class of its own, since it cannot be loaded without the library. */
  private static final class Library {
    static UnaryOperator<Runnable> decorator() {
      ContextSnapshotFactory factory = ContextSnapshotFactory.builder().build();
      return task -> factory.captureAll().wrap(task);
    }
  }
}
