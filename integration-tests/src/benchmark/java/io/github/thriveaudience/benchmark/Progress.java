package io.github.thriveaudience.benchmark;

/** Tells on standard error what is under way, so that standard output is the report alone. */
final class Progress {
  private Progress() {}

  static void show(String part, int round, int rounds) {
    System.err.println(part + ": " + round + " of " + rounds);
  }
}
