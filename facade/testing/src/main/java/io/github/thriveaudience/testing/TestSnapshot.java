package io.github.thriveaudience.testing;

import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Builds a snapshot as {@code Members.readAll} returns it. For one thread.
 *
 * <pre>{@code
 * MembersSnapshot snapshot = TestSnapshot.of(TestMembers.of(250)).verdict(Verdict.DRIFTED).build();
 * }</pre>
 */
public final class TestSnapshot {
  private final List<AudienceMember> members;
  private TraversalReport report;

  private TestSnapshot(Collection<AudienceMember> members) {
    this.members = List.copyOf(members);
    this.report = TestReport.consistent(this.members.size()).build();
  }

  /**
   * Starts to build a snapshot.
   *
   * @param members the members, which are copied
   * @return a builder of a consistent snapshot
   */
  public static TestSnapshot of(Collection<AudienceMember> members) {
    return new TestSnapshot(members);
  }

  /**
   * Sets the verdict of the report.
   *
   * @param verdict the verdict; default {@link Verdict#CONSISTENT}
   * @return this
   */
  public TestSnapshot verdict(Verdict verdict) {
    return report(TestReport.of(verdict, members.size()).build());
  }

  /**
   * Sets the report.
   *
   * @param report of a reading of these members; default: one that is consistent
   * @return this
   */
  public TestSnapshot report(TraversalReport report) {
    this.report = Objects.requireNonNull(report, "report");
    return this;
  }

  /**
   * Builds the snapshot.
   *
   * @return the snapshot
   * @throws IllegalArgumentException if two members have the same user id, or the report has
   *     another number of members
   */
  public MembersSnapshot build() {
    long distinct = members.stream().map(AudienceMember::userId).distinct().count();
    Check.that(
        distinct == members.size(),
        "members must have different user ids: %d members, %d ids",
        members.size(),
        distinct);
    Check.that(
        report.members() == members.size(),
        "report must be of these members: %d members, %d in the report",
        members.size(),
        report.members());
    return MembersSnapshot.of(members, report);
  }
}
