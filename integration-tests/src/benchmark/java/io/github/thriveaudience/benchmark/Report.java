package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All findings, in Markdown. */
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
    StringBuilder text = new StringBuilder("# Benchmark\n\n" + Machine.describe() + "\n");
    sections.forEach(section -> text.append('\n').append(section));
    List<Bar> bars = sections.stream().flatMap(section -> section.bars().stream()).toList();
    return bars.isEmpty() ? text.toString() : text + "\n## Bars\n\n" + Bar.table(bars);
  }
}
