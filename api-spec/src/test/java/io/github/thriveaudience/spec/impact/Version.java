package io.github.thriveaudience.spec.impact;

import io.github.thriveaudience.spec.Weight;

/** A version number, by Semantic Versioning 2.0.0. */
record Version(int major, int minor, int patch) {

  static Version of(String text) {
    String[] parts = text.split("[-+]", 2)[0].split("\\.", 3);
    return new Version(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  Version after(Weight weight) {
    return switch (weight) {
      case NONE -> this;
      case WORDING -> new Version(major, minor, patch + 1);
      case ADDITIVE -> new Version(major, minor + 1, 0);
      case BREAKING -> new Version(major + 1, 0, 0);
    };
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
