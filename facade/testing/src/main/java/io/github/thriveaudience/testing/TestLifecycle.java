package io.github.thriveaudience.testing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which test runs, and whether the field of the extension belongs to a class. Thread-safe. */
final class TestLifecycle {
  /** The class and the classes nested in it that run. */
  private int classes;

  /** The unique id of the test that runs. */
  private @Nullable String test;

  synchronized void beginClass() {
    classes++;
  }

  /** Returns whether the outermost class has ended. */
  synchronized boolean endClass() {
    classes--;
    return classes == 0;
  }

  /**
   * Begins a test.
   *
   * @throws IllegalStateException if another test has not ended
   */
  synchronized void beginTest(ExtensionContext context) {
    if (test != null) {
      throw new IllegalStateException(
          "Two tests use the same ThriveStubs at the same time. Run the tests of a class one after the"
              + " other (@Execution(SAME_THREAD)), or make the field not static");
    }
    test = context.getUniqueId();
  }

  synchronized boolean isInTest() {
    return test != null;
  }

  /** Whether this test has begun. */
  synchronized boolean isTest(ExtensionContext context) {
    return context.getUniqueId().equals(test);
  }

  /** Returns whether the extension has ended, since its field belongs to the test. */
  synchronized boolean endTest() {
    test = null;
    return classes == 0;
  }

  /** Whether the test, its class or one around that is annotated. */
  static boolean mayViolateSpec(ExtensionContext context) {
    for (Optional<ExtensionContext> each = Optional.of(context);
        each.isPresent();
        each = each.get().getParent()) {
      if (AnnotationSupport.isAnnotated(each.get().getElement(), ViolatesSpec.class)) {
        return true;
      }
    }
    return false;
  }
}
