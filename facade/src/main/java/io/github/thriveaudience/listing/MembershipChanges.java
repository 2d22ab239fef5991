package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.function.Supplier;

/**
 * What has changed between the members that the caller knows and those that the API lists.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * KnownMembers known = KnownMembers.ofIds(List.of("63f8c5361b9c80d3274b0001"));
 * MembershipChanges changes = thrive.members("tech-team").changesSince(known);
 * changes.joined().forEach(this::synchronise);
 * changes.left().forEach(member -> System.out.println("remove " + member.userId()));
 * }</pre>
 *
 * <p>All of it is safe to apply: nobody is in {@link #left} but those whose absence the readings
 * prove, as far as the API allows. Who was not found, and is not proven to have left either, is in
 * {@link #unconfirmed}: leave them as they are, and compare again.
 */
public final class MembershipChanges {
  private final Compared compared;
  private final List<TraversalReport> reports;
  private final Supplier<MembershipState> newState;

  MembershipChanges(
      Compared compared, List<TraversalReport> reports, Supplier<MembershipState> newState) {
    this.compared = compared;
    this.reports = reports;
    this.newState = newState;
  }

  /**
   * Starts to build changes, for tests of code that works with them.
   *
   * @return a builder with no changes
   */
  public static MembershipChangesBuilder builder() {
    return new MembershipChangesBuilder();
  }

  /**
   * The members who are listed and were not known.
   *
   * @return an immutable list, in the order in which they were first listed; of several readings,
   *     who was in one of them
   */
  public List<AudienceMember> joined() {
    return compared.joined();
  }

  /**
   * The known members who have left: they were in none of the readings, and these are as many and
   * as good as the {@link ChangePolicy} requires.
   *
   * @return an immutable list of the members as they were known, in the order of the known ones. If
   *     {@linkplain KnownMembers#ofIds ids alone} were known, each has an id and nothing else
   */
  public List<AudienceMember> left() {
    return compared.left();
  }

  /**
   * The known members whose reference or e-mail address is another now.
   *
   * @return an immutable list, empty if {@linkplain KnownMembers#ofIds ids alone} were known
   */
  public List<MemberUpdate> updated() {
    return compared.updated();
  }

  /**
   * The number of known members who are listed as they were known.
   *
   * @return 0 or more
   */
  public int unchanged() {
    return compared.unchanged();
  }

  /**
   * The known members who were in none of the readings, and of whom that does not prove that they
   * have left: the list changed too much, or the server left members out. They may still be
   * members. They stay in the {@link #newState}, so that they are reported once they are proven to
   * have left.
   *
   * @return an immutable list of the members as they were known, in the order of the known ones
   */
  public List<AudienceMember> unconfirmed() {
    return compared.unconfirmed();
  }

  /**
   * The reports of all readings that these changes come from.
   *
   * @return an immutable list of at least one report, in the order of the readings
   */
  public List<TraversalReport> reports() {
    return reports;
  }

  /**
   * Whether there is nothing to apply.
   *
   * @return true if nobody joined, left or was updated
   */
  public boolean isEmpty() {
    return joined().isEmpty() && left().isEmpty() && updated().isEmpty();
  }

  /**
   * The state after these changes: the members who are listed, and those who are {@link
   * #unconfirmed}. Write it once the changes are applied: after a crash in between, the next run
   * finds the same changes again.
   *
   * @return a state that has ids alone if ids alone were known
   * @throws IllegalStateException if a test built these changes without a state
   */
  public MembershipState newState() {
    return newState.get();
  }

  /** One line for a log. It names nobody. */
  @Override
  public String toString() {
    return "MembershipChanges[" + inWords() + "]";
  }

  private String inWords() {
    String counts =
        String.join(
            ", ",
            joined().size() + " joined",
            left().size() + " left",
            updated().size() + " updated",
            unchanged() + " unchanged",
            unconfirmed().size() + " unconfirmed");
    String readings = reports.size() == 1 ? "1 reading: " : reports.size() + " readings: ";
    return counts + "; " + readings + String.join(", ", verdicts());
  }

  private List<String> verdicts() {
    return reports.stream().map(report -> report.verdict().name()).toList();
  }

  /** The members by what became of them. */
  record Compared(
      List<AudienceMember> joined,
      List<AudienceMember> left,
      List<MemberUpdate> updated,
      int unchanged,
      List<AudienceMember> unconfirmed) {}
}
