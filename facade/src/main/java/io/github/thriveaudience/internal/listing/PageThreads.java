package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.ContextExecutor;
import io.github.thriveaudience.internal.http.DaemonThreads;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;

/**
 * The threads that read pages ahead: a virtual thread for each page where the JDK has them (21 and
 * later), else as many daemon threads as pages are in flight. No other class chooses threads.
 */
public final class PageThreads {
  private static final String NAME = "thrive-page";

  private PageThreads() {}

  /**
   * Threads that end when they have no work.
   *
   * @param decorator carries the context of the thread that starts a task
   */
  public static Executor create(UnaryOperator<Runnable> decorator) {
    return new ContextExecutor(threads(), decorator);
  }

  private static Executor threads() {
    try {
      ThreadFactory virtual = virtualThreads();
      Method perTask = Executors.class.getMethod("newThreadPerTaskExecutor", ThreadFactory.class);
      return (Executor) perTask.invoke(null, virtual);
    } catch (ReflectiveOperationException e) {
      // This JDK has no virtual threads, or has them as a preview only.
      return DaemonThreads.pool(NAME);
    }
  }

  /** By reflection, since the code is compiled for Java 17. */
  private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
    Class<?> builder = Class.forName("java.lang.Thread$Builder");
    Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
    Method inherit = builder.getMethod("inheritInheritableThreadLocals", boolean.class);
    Method name = builder.getMethod("name", String.class, long.class);
    Object configured = name.invoke(inherit.invoke(virtual, false), NAME + "-", 0L);
    return (ThreadFactory) builder.getMethod("factory").invoke(configured);
  }
}
