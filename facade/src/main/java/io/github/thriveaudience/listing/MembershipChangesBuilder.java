package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Builds changes, for tests of code that works with them. By default there are none. For one
 * thread.
 */
public final class MembershipChangesBuilder {
  private List<AudienceMember> joined = List.of();
  private List<AudienceMember> left = List.of();
  private List<MemberUpdate> updated = List.of();
  private int unchanged;
  private List<AudienceMember> unconfirmed = List.of();
  private List<TraversalReport> reports =
      List.of(TraversalReport.builder().verdict(Verdict.CONSISTENT).build());
  private Supplier<MembershipState> newState =
      () -> {
        throw new IllegalStateException("these changes were built without a newState");
      };

  MembershipChangesBuilder() {}

  /**
   * Sets who joined.
   *
   * @param joined the members, which are copied; default: none
   * @return this
   */
  public MembershipChangesBuilder joined(List<AudienceMember> joined) {
    this.joined = List.copyOf(Objects.requireNonNull(joined, "joined"));
    return this;
  }

  /**
   * Sets who left.
   *
   * @param left the members as they were known, which are copied; default: none
   * @return this
   */
  public MembershipChangesBuilder left(List<AudienceMember> left) {
    this.left = List.copyOf(Objects.requireNonNull(left, "left"));
    return this;
  }

  /**
   * Sets whose reference or e-mail address changed.
   *
   * @param updated the updates, which are copied; default: none
   * @return this
   */
  public MembershipChangesBuilder updated(List<MemberUpdate> updated) {
    this.updated = List.copyOf(Objects.requireNonNull(updated, "updated"));
    return this;
  }

  /**
   * Sets how many known members are as they were.
   *
   * @param unchanged 0 or more; default 0
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public MembershipChangesBuilder unchanged(int unchanged) {
    if (unchanged < 0) {
      throw new IllegalArgumentException("unchanged must be 0 or more, but was " + unchanged);
    }
    this.unchanged = unchanged;
    return this;
  }

  /**
   * Sets who was not found without being proven to have left.
   *
   * @param unconfirmed the members as they were known, which are copied; default: none
   * @return this
   */
  public MembershipChangesBuilder unconfirmed(List<AudienceMember> unconfirmed) {
    this.unconfirmed = List.copyOf(Objects.requireNonNull(unconfirmed, "unconfirmed"));
    return this;
  }

  /**
   * Sets the reports of the readings.
   *
   * @param reports at least one report; they are copied; default: one that is {@code CONSISTENT}
   * @return this
   * @throws IllegalArgumentException if there is none
   */
  public MembershipChangesBuilder reports(List<TraversalReport> reports) {
    if (Objects.requireNonNull(reports, "reports").isEmpty()) {
      throw new IllegalArgumentException("reports must not be empty");
    }
    this.reports = List.copyOf(reports);
    return this;
  }

  /**
   * Sets the state after the changes.
   *
   * @param newState called each time that the state is asked for; default: none
   * @return this
   */
  public MembershipChangesBuilder newState(Supplier<MembershipState> newState) {
    this.newState = Objects.requireNonNull(newState, "newState");
    return this;
  }

  /**
   * Builds the changes.
   *
   * @return the changes
   */
  public MembershipChanges build() {
    return new MembershipChanges(
        new MembershipChanges.Compared(joined, left, updated, unchanged, unconfirmed),
        reports,
        newState);
  }
}
