package io.github.thriveaudience.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
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

  /**
   * The result of a process.
   *
   * @param firstLineMillis until the first line of its output; it may need long to end after that
   * @param millis until its end
   */
  record Outcome(int status, double firstLineMillis, double millis, String output) {
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

  /** Waits for the process to end. */
  Outcome run(Duration timeout, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(main, arguments);
    CompletableFuture<?> end =
        process
            .onExit()
            .completeOnTimeout(process, timeout.toMillis(), TimeUnit.MILLISECONDS)
            .thenAccept(Process::destroyForcibly);
    StringBuilder output = new StringBuilder();
    double firstLineMillis = read(process, output, start);
    int status = process.waitFor();
    double millis = millisSince(start);
    end.join();
    return new Outcome(status, firstLineMillis, millis, output.toString());
  }

  /** Reads all output and returns when the first line was there. */
  private static double read(Process process, StringBuilder output, long start) {
    try (BufferedReader lines = process.inputReader()) {
      output.append(Objects.requireNonNullElse(lines.readLine(), ""));
      double firstLineMillis = millisSince(start);
      lines.lines().forEach(line -> output.append('\n').append(line));
      return firstLineMillis;
    } catch (IOException | UncheckedIOException e) {
      return millisSince(start);
    }
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
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
