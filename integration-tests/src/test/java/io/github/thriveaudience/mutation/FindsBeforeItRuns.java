package io.github.thriveaudience.mutation;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Lets PIT find tests without running them. Its plugin for JUnit finds the tests of a class by
 * running all of them, in each of the many processes that try mutations, which takes longer than
 * the mutations do. There, a test that is met for the first time is being found, and does nothing;
 * when it is met again it is meant to run.
 *
 * <p>Only the profile {@code mutation} lets JUnit detect this.
 */
public final class FindsBeforeItRuns implements InvocationInterceptor {
  private static final boolean TRIES_MUTATIONS =
      System.getProperty("sun.java.command", "").contains("MutationTestMinion");

  private static final Set<String> FOUND = ConcurrentHashMap.newKeySet();

  @Override
  public void interceptTestMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    findOrRun(test, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    findOrRun(test, context);
  }

  private static void findOrRun(Invocation<Void> test, ExtensionContext context) throws Throwable {
    if (TRIES_MUTATIONS && FOUND.add(context.getUniqueId())) {
      test.skip();
    } else {
      test.proceed();
    }
  }
}
