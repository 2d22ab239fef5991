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

  /** The severity by the sign of a comparison: negative means tightened, positive loosened. */
  Severity of(int sign) {
    return sign < 0 ? tightened : loosened;
  }
}
