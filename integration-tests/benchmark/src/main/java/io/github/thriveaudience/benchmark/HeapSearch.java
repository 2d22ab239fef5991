package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.util.List;

/**
 * Searches for the smallest heap in which a program succeeds.
 *
 * @param step the heaps to try are multiples of this, in megabytes
 * @param max the largest heap to try, in megabytes
 */
record HeapSearch(ChildJvm jvm, Class<?> program, int step, int max) {

  /** The JVM rounds the heap size up to a multiple of this, in megabytes. */
  static final int JVM_STEP = 2;

  /** Searches upwards: a heap that is too small fails fast; one that barely suffices is slow. */
  int smallest(int from, int times, String... arguments) throws IOException, InterruptedException {
    for (int megabytes = from; megabytes <= max; megabytes += step) {
      if (passes(megabytes, times, arguments)) {
        return megabytes;
      }
    }
    throw new IllegalStateException(List.of(arguments) + " do not pass in " + max + " MB");
  }

  private boolean passes(int megabytes, int times, String... arguments)
      throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      if (!passes(megabytes, arguments)) {
        return false;
      }
    }
    return true;
  }

  boolean passes(int megabytes, String... arguments) throws IOException, InterruptedException {
    // The process ends when memory is exhausted, even if a library would catch the error.
    return jvm.with("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx" + megabytes + "m")
            .run(program, arguments)
            .status()
        == 0;
  }
}
