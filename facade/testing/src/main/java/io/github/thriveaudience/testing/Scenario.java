package io.github.thriveaudience.testing;

/**
 * What the stubs do with the requests for an audience: see {@link Scenarios} for all there are.
 * Immutable and thread-safe: one scenario can be given to several audiences.
 */
public abstract sealed class Scenario permits Fault, ListScenario {
  private final String name;
  private final String call;

  /**
   * A scenario.
   *
   * @param name the name of the method that makes it
   * @param call the call, as a test has it
   */
  Scenario(String name, String call) {
    this.name = name;
    this.call = call;
  }

  /** The name of the method that makes this. */
  String name() {
    return name;
  }

  abstract void addTo(PlanBuilder plan);

  /** Returns the call that makes this, such as {@code emptyPage(2)}, without ids of members. */
  @Override
  public String toString() {
    return call;
  }
}
