package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;
import java.util.List;

/**
 * All members of an audience, as they came at one reading, and what is known of whether they are
 * all. Immutable.
 *
 * @param members the members in the order in which they came, each {@code userId} once
 * @param report what the reading came to
 */
public record MembersSnapshot(List<AudienceMember> members, TraversalReport report) {

  /**
   * A snapshot; the list is copied.
   *
   * @param members the members, each once
   * @param report what the reading came to
   */
  public MembersSnapshot {
    members = List.copyOf(members);
  }

  /**
   * Whether nothing speaks against these being all members.
   *
   * @return true if the verdict is {@link Verdict#CONSISTENT}, which says what this is worth
   */
  public boolean isConsistent() {
    return report.verdict() == Verdict.CONSISTENT;
  }

  /** Shows no member's data. */
  @Override
  public String toString() {
    return "MembersSnapshot[members=" + members.size() + ", report=" + report + "]";
  }
}
