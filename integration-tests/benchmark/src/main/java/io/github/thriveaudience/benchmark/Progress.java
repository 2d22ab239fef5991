package io.github.thriveaudience.benchmark;

/** Reports progress on standard error, since standard output is the report. */
final class Progress {
  private Progress() {}

  static void show(String part, int round, int rounds) {
    System.err.println(part + ": " + round + " of " + rounds);
  }
}
