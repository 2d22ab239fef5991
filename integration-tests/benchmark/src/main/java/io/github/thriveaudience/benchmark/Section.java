package io.github.thriveaudience.benchmark;

import java.util.List;

/**
 * The result of one measurement.
 *
 * @param text how it was measured, in one or two sentences
 */
record Section(String title, String text, Table table, List<Target> targets) {

  @Override
  public String toString() {
    return "## " + title + "\n\n" + text + "\n\n" + table;
  }
}
