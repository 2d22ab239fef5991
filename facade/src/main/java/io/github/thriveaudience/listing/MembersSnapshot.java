package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;
import java.util.List;

/**
 * The members of an audience, as one traversal read them, and a report on whether they are all.
 * Immutable, equal by value, not for users to implement.
 */
public interface MembersSnapshot {

  /**
   * The members.
   *
   * @return an immutable list in the order of the pages, each {@code userId} once
   */
  List<AudienceMember> members();

  /**
   * What is known of whether these are all members.
   *
   * @return the report of the traversal that read them
   */
  TraversalReport report();

  /**
   * Whether nothing speaks against these being all members.
   *
   * @return true if the verdict is {@link Verdict#CONSISTENT}, which says what this is worth
   */
  default boolean isConsistent() {
    return report().verdict() == Verdict.CONSISTENT;
  }

  /**
   * Creates a snapshot, for tests of code that works with one. Later versions may add components:
   * this method then gives them defaults.
   *
   * @param members the members, each once, which are copied
   * @param report the report of the traversal that read them; see {@link TraversalReport#builder}
   * @return the snapshot
   */
  static MembersSnapshot of(List<AudienceMember> members, TraversalReport report) {
    return new Listings.MembersSnapshot(members, report);
  }
}
