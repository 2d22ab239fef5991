package io.github.thriveaudience.spec;

/** What a change asks of those who call the API, the lightest first. */
public enum Weight {
  /** Nothing changed. */
  NONE("none"),
  /** Only words changed: descriptions, examples, names that are not sent. */
  WORDING("patch"),
  /** Something was added or loosened; who knows nothing of it goes on as before. */
  ADDITIVE("minor"),
  /** Who relies on the contract as it was can fail. */
  BREAKING("major");

  private final String bump;

  Weight(String bump) {
    this.bump = bump;
  }

  /** The part of a version to raise, by Semantic Versioning. */
  public String bump() {
    return bump;
  }

  public Weight orHeavier(Weight other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
