package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes all findings as Markdown. */
final class Report {
  private final List<Section> sections;

  Report(List<Section> sections) {
    this.sections = sections;
  }

  void write(Path file) throws IOException {
    Files.writeString(file, toString());
    System.out.print(this);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("# Benchmark\n\n" + MachineDescription.describe() + "\n");
    sections.forEach(section -> text.append('\n').append(section));
    List<Target> targets =
        sections.stream().flatMap(section -> section.targets().stream()).toList();
    return targets.isEmpty() ? text.toString() : text + "\n## Targets\n\n" + Target.table(targets);
  }
}
