package io.github.thriveaudience.guard.impact;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How long the steps took, and all of them with the start of Maven. */
final class Times {
  /** A step, which can read files. */
  interface Step<T> {
    T run() throws IOException;
  }

  private final Map<String, Duration> steps = new LinkedHashMap<>();

  <T> T measured(String name, Step<T> step) throws IOException {
    long start = System.nanoTime();
    T result = step.run();
    steps.put(name, Duration.ofNanos(System.nanoTime() - start));
    return result;
  }

  /** The time since this JVM started, which is that of Maven, and the steps in it. */
  String summary() {
    long all = ManagementFactory.getRuntimeMXBean().getUptime();
    return "Took: "
        + seconds(Duration.ofMillis(all))
        + steps.entrySet().stream()
            .map(step -> step.getKey() + " " + seconds(step.getValue()))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String seconds(Duration time) {
    return Math.round(time.toMillis() / 1000.0) + " s";
  }
}
