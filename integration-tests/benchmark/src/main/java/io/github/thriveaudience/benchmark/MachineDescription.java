package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Describes the machine by what the figures depend on, without identifying it. */
final class MachineDescription {
  private static final Path CPUS = Path.of("/proc/cpuinfo");

  private MachineDescription() {}

  static String describe() {
    return String.join(
        ", ",
        List.of(
            LocalDate.now(ZoneOffset.UTC).toString(),
            "JDK " + Runtime.version(),
            Runtime.getRuntime().availableProcessors() + " cores",
            System.getProperty("os.name") + ' ' + System.getProperty("os.arch"),
            cpu()));
  }

  private static String cpu() {
    try (Stream<String> lines = Files.lines(CPUS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown CPU");
    } catch (IOException e) {
      return "unknown CPU";
    }
  }
}
