package io.github.thriveaudience.spec;

import java.util.Collection;

/**
 * One difference between two contracts.
 *
 * @param where which part of the contract, such as {@code GET /a: answer 200: results[].email}
 * @param what what became of it, such as {@code removed}
 */
public record Change(Weight weight, String where, String what) {

  /** The heaviest of several; {@link Weight#NONE} if there are none. */
  public static Weight heaviest(Collection<Change> changes) {
    return changes.stream().map(Change::weight).reduce(Weight.NONE, Weight::orHeavier);
  }

  @Override
  public String toString() {
    return where + ": " + what;
  }
}
