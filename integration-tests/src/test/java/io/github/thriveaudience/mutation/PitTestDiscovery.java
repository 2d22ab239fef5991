package io.github.thriveaudience.mutation;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Lets PIT discover tests without running them. Its JUnit plugin discovers the tests of a class by
 * running all of them, in each of the many processes that run mutations, which takes longer than
 * the mutations do. In such a process, the first execution of a test is discovery and is skipped;
 * later executions run.
 *
 * <p>JUnit detects this extension in the profile {@code mutation} only.
 */
public final class PitTestDiscovery implements InvocationInterceptor {
  private static final boolean RUNS_MUTATIONS =
      System.getProperty("sun.java.command", "").contains("MutationTestMinion");

  private static final Set<String> DISCOVERED = ConcurrentHashMap.newKeySet();

  @Override
  public void interceptTestMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    discoverOrRun(test, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    discoverOrRun(test, context);
  }

  private static void discoverOrRun(Invocation<Void> test, ExtensionContext context)
      throws Throwable {
    if (RUNS_MUTATIONS && DISCOVERED.add(context.getUniqueId())) {
      test.skip();
    } else {
      test.proceed();
    }
  }
}
