package io.github.thriveaudience.spec;

/**
 * Which way something goes. Callers break if a request may say less than before, or if an answer
 * may say more.
 */
enum Direction {
  REQUEST(Weight.BREAKING, Weight.ADDITIVE),
  ANSWER(Weight.ADDITIVE, Weight.BREAKING);

  private final Weight tightened;
  private final Weight loosened;

  Direction(Weight tightened, Weight loosened) {
    this.tightened = tightened;
    this.loosened = loosened;
  }

  /** What it means that less is allowed. */
  Weight tightened() {
    return tightened;
  }

  /** What it means that more is allowed. */
  Weight loosened() {
    return loosened;
  }

  /** By the sign of a comparison: less than 0 is tightened, more is loosened. */
  Weight of(int sign) {
    return sign < 0 ? tightened : loosened;
  }
}
