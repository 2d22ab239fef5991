package io.github.thriveaudience.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The CPU time of this JVM, user and system, without that of the JIT compiler: with a slow network
 * it still compiles after thousands of pages, and would be most of the figure. That needs Linux and
 * the flag {@link #FLAG}, without which the JVM ends idle compiler threads.
 */
final class CpuTime {
  static final String FLAG = "-XX:-UseDynamicNumberOfCompilerThreads";

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final Path THREADS = Path.of("/proc/self/task");

  private CpuTime() {}

  /** In nanoseconds. The JDK rounds the time of the process to 10 ms. */
  static long nanos() {
    return PROCESS.getProcessCpuTime() - compilerNanos();
  }

  private static long compilerNanos() {
    if (!Files.exists(THREADS)) {
      return 0;
    }
    try (Stream<Path> threads = Files.list(THREADS)) {
      return threads.filter(CpuTime::isCompiler).mapToLong(CpuTime::nanos).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Linux cuts the name off: {@code C2 CompilerThre}. */
  private static boolean isCompiler(Path thread) {
    return read(thread.resolve("comm")).matches("C[12] CompilerThre.*\\s*");
  }

  private static long nanos(Path thread) {
    String times = read(thread.resolve("schedstat"));
    return times.isEmpty() ? 0 : Long.parseLong(times.split(" ")[0]);
  }

  /** The thread may have ended since it was listed. */
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
