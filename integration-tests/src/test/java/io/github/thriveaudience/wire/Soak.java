package io.github.thriveaudience.wire;

/** How often a test does what it does many times: a quarter of it, unless in {@code -Dsoak}. */
final class Soak {
  private Soak() {}

  static int times(int inSoak) {
    return Boolean.getBoolean("soak") ? inSoak : inSoak / 4;
  }
}
