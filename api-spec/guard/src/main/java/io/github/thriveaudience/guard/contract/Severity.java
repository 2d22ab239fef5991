package io.github.thriveaudience.guard.contract;

/** The consequences of a change for callers of the API, in ascending order. */
public enum Severity {
  /** Nothing changed. */
  NONE("none"),
  /** Only descriptive parts changed: descriptions, examples, names that are not sent. */
  WORDING("patch"),
  /** Something was added or loosened; existing callers are not affected. */
  ADDITIVE("minor"),
  /** Callers that rely on the previous contract can fail. */
  BREAKING("major");

  private final String bump;

  Severity(String bump) {
    this.bump = bump;
  }

  /** The part of a version to raise, according to Semantic Versioning. */
  public String bump() {
    return bump;
  }

  /** The higher of two severities. */
  public Severity max(Severity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
