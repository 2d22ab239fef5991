package io.github.thriveaudience.internal.api;

import io.github.thriveaudience.internal.http.DaemonThreads;
import io.github.thriveaudience.internal.response.StrictJsonDecoder;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Prepares the decoder for the responses of an interface on a thread of its own. In a new JVM
 * Jackson takes about as long for that as a TLS handshake, during which the caller only waits.
 * Nothing depends on it: what is not prepared, or fails here, is prepared by the first response.
 */
final class ResponsePreparation {
  private static final Set<Class<?>> STARTED = ConcurrentHashMap.newKeySet();

  private ResponsePreparation() {}

  /** Starts once in a JVM, and sends nothing. The thread is a daemon and ends by itself. */
  static void startOnce(Class<?> api) {
    if (STARTED.add(api)) {
      attempt(() -> DaemonThreads.start("thrive-start", () -> attempt(() -> prepare(api))));
    }
  }

  private static void prepare(Class<?> api) {
    for (Method method : api.getMethods()) {
      StrictJsonDecoder.prepare(method.getGenericReturnType());
    }
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      // The first response fails with it, too, and then the caller receives it.
    }
  }
}
