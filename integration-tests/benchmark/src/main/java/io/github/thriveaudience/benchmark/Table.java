package io.github.thriveaudience.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A Markdown table with names in the first column and right-aligned figures in the others. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table(String... heads) {
    row((Object[]) heads);
    List<String> rule = new ArrayList<>(Collections.nCopies(heads.length, "---:"));
    rule.set(0, "---");
    row(rule.toArray());
  }

  Table row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(cell.toString());
    }
    lines.add("| " + String.join(" | ", texts) + " |");
    return this;
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
