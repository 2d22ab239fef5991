package io.github.thriveaudience.guard.contract;

/**
 * The direction of a message. Callers break if a request may contain less than before, or if a
 * response may contain more.
 */
enum Direction {
  REQUEST(Severity.BREAKING, Severity.ADDITIVE),
  RESPONSE(Severity.ADDITIVE, Severity.BREAKING);

  private final Severity tightened;
  private final Severity loosened;

  Direction(Severity tightened, Severity loosened) {
    this.tightened = tightened;
    this.loosened = loosened;
  }

  /** The severity if less is allowed. */
  Severity tightened() {
    return tightened;
  }

  /** The severity if more is allowed. */
  Severity loosened() {
    return loosened;
  }

  /** The message, in words. */
  String noun() {
    return this == REQUEST ? "request" : "response";
  }

  /** What a change does to users, by the sign of a comparison. */
  String consequence(int sign) {
    if (this == REQUEST) {
      return sign < 0 ? Consequence.REQUEST_NARROWER : Consequence.REQUEST_WIDER;
    }
    return sign < 0 ? Consequence.RESPONSE_NARROWER : Consequence.RESPONSE_WIDER;
  }

  /** The severity by the sign of a comparison: negative means tightened, positive loosened. */
  Severity of(int sign) {
    return sign < 0 ? tightened : loosened;
  }
}
