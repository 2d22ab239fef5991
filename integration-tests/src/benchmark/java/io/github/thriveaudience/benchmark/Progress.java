package io.github.thriveaudience.benchmark;

/** Tells on standard error what is under way, so that standard output is the report alone. */
final class Progress {
  private Progress() {}

  static void show(String part, int round, int rounds, Contenders contender) {
    System.err.println(part + ", round " + round + " of " + rounds + ": " + contender.id);
  }
}
