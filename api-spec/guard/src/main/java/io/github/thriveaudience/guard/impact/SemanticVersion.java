package io.github.thriveaudience.guard.impact;

import io.github.thriveaudience.guard.contract.Severity;

/** A version number according to Semantic Versioning 2.0.0. */
record SemanticVersion(int major, int minor, int patch) {

  static SemanticVersion of(String text) {
    String[] parts = text.split("[-+]", 2)[0].split("\\.", 3);
    return new SemanticVersion(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  SemanticVersion after(Severity severity) {
    return switch (severity) {
      case NONE -> this;
      case WORDING -> new SemanticVersion(major, minor, patch + 1);
      case ADDITIVE -> new SemanticVersion(major, minor + 1, 0);
      case BREAKING -> new SemanticVersion(major + 1, 0, 0);
    };
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
