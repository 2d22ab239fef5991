package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A new JVM of the same JDK with its own class path.
 *
 * @param classPath the class path
 * @param log the file for its standard error
 * @param flags the JVM's flags
 */
record ChildJvm(List<Path> classPath, Path log, List<String> flags) {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  ChildJvm(List<Path> classPath, Path log) {
    this(classPath, log, List.of());
  }

  ChildJvm with(String... flags) {
    return new ChildJvm(classPath, log, Stream.concat(flags().stream(), Stream.of(flags)).toList());
  }

  /** The result of a process. */
  record Outcome(int status, double millis, String output) {
    Outcome orThrow() {
      if (status != 0) {
        throw new IllegalStateException("a process ended with " + status + "; see processes.log");
      }
      return this;
    }
  }

  Process start(Class<?> main, String... arguments) throws IOException {
    return new ProcessBuilder(command(main, arguments))
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  Outcome run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    return run(TIMEOUT, main, arguments);
  }

  /** Waits for the process to end. Its output must fit into the pipe, as a few lines do. */
  Outcome run(Duration timeout, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(main, arguments);
    if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
    double millis = (System.nanoTime() - start) / 1e6;
    return new Outcome(process.exitValue(), millis, text(process));
  }

  private static String text(Process process) {
    try (Stream<String> lines = process.inputReader().lines()) {
      return String.join("\n", lines.toList());
    } catch (UncheckedIOException e) {
      return "";
    }
  }

  private List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(ClassPaths.joined(classPath));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
