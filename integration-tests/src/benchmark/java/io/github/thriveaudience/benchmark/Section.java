package io.github.thriveaudience.benchmark;

import java.util.List;

/**
 * What one part of the benchmark found.
 *
 * @param text how it was measured, in a sentence or two
 */
record Section(String title, String text, Table table, List<Bar> bars) {

  @Override
  public String toString() {
    return "## " + title + "\n\n" + text + "\n\n" + table;
  }
}
