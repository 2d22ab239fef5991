package io.github.thriveaudience.guard.contract;

import java.util.Collection;

/**
 * One difference between two contracts.
 *
 * @param where the part of the contract, such as {@code GET /a: response 200: results[].email}
 * @param what the change, such as {@code removed}
 * @param consequence what it does to the code and the tests of users; empty if nothing is known
 */
public record Change(Severity severity, String where, String what, String consequence) {

  /** A change of which no more than its severity is known. */
  public Change(Severity severity, String where, String what) {
    this(severity, where, what, "");
  }

  /** The highest severity of several changes; {@link Severity#NONE} if there are none. */
  public static Severity highest(Collection<Change> changes) {
    return changes.stream().map(Change::severity).reduce(Severity.NONE, Severity::max);
  }

  @Override
  public String toString() {
    return where + ": " + what;
  }
}
