package io.github.thriveaudience.generator.operation;

/** One thing that cannot be generated right, at a place that whoever catches this knows. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String instead;

  Refusal(String problem, String instead) {
    super(problem);
    this.instead = instead;
  }

  /** What to write instead. */
  String instead() {
    return instead;
  }
}
