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
    return text.append("\n## Bars\n\n").append(Bar.table(bars())).toString();
  }

  private List<Bar> bars() {
    return sections.stream().flatMap(section -> section.bars().stream()).toList();
  }
}
