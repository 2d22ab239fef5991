package io.github.thriveaudience.wire;

/** The number of rounds of repetitive tests: a quarter, and all with {@code -Dsoak}. */
final class Soak {
  private Soak() {}

  static int times(int inSoak) {
    return Boolean.getBoolean("soak") ? inSoak : inSoak / 4;
  }
}
