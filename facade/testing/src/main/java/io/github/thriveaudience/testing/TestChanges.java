package io.github.thriveaudience.testing;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.listing.MemberUpdate;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds changes as {@code Members.changesSince} returns them, with the state that follows from
 * them. For one thread. To have changes found, and not told, compare with a {@link
 * FakeAudienceMembers}.
 *
 * <pre>{@code
 * MembershipChanges changes =
 *     TestChanges.of("tech-team").joined(TestMembers.member(7)).left(TestMembers.member(1)).build();
 * }</pre>
 */
public final class TestChanges {
  private final String audience;
  private String environment = TestEndpoint.FAKE.name();
  private List<AudienceMember> joined = List.of();
  private List<AudienceMember> left = List.of();
  private List<MemberUpdate> updated = List.of();
  private List<AudienceMember> unchanged = List.of();
  private List<AudienceMember> unconfirmed = List.of();
  private List<Verdict> verdicts = List.of(Verdict.CONSISTENT);

  private TestChanges(String audience) {
    this.audience = Objects.requireNonNull(audience, "audience");
  }

  /**
   * Starts to build changes.
   *
   * @param audience the id or reference of the audience, for the state
   * @return a builder without changes, of one consistent reading
   */
  public static TestChanges of(String audience) {
    return new TestChanges(audience);
  }

  /**
   * Sets the environment of the state.
   *
   * @param environment the environment; default: one that is named {@code FAKE}
   * @return this
   */
  public TestChanges environment(ThriveEnvironment environment) {
    this.environment = environment.name();
    return this;
  }

  /**
   * Sets who joined.
   *
   * @param members the members; default: none
   * @return this
   */
  public TestChanges joined(AudienceMember... members) {
    joined = List.of(members);
    return this;
  }

  /**
   * Sets who left.
   *
   * @param members the members as they were known; default: none
   * @return this
   */
  public TestChanges left(AudienceMember... members) {
    left = List.of(members);
    return this;
  }

  /**
   * Sets whose reference or e-mail address changed.
   *
   * @param updates the updates; default: none
   * @return this
   */
  public TestChanges updated(MemberUpdate... updates) {
    updated = List.of(updates);
    return this;
  }

  /**
   * Sets who is listed as before. The changes have their number, and the state has them.
   *
   * @param members the members; default: none
   * @return this
   */
  public TestChanges unchanged(Collection<AudienceMember> members) {
    unchanged = List.copyOf(members);
    return this;
  }

  /**
   * Sets who was not found without being proven to have left.
   *
   * @param members the members as they were known; default: none
   * @return this
   */
  public TestChanges unconfirmed(AudienceMember... members) {
    unconfirmed = List.of(members);
    return this;
  }

  /**
   * Sets the verdicts of the readings.
   *
   * @param inTurn at least one; default: one reading that is {@link Verdict#CONSISTENT}
   * @return this
   * @throws IllegalArgumentException if there is none
   */
  public TestChanges verdicts(Verdict... inTurn) {
    verdicts = List.of(inTurn);
    Check.that(!verdicts.isEmpty(), "inTurn must not be empty");
    return this;
  }

  /**
   * Builds the changes.
   *
   * @return the changes, whose state has who joined, is updated, unchanged or unconfirmed
   * @throws IllegalArgumentException if a user id is in two groups, if some left and others are
   *     unconfirmed, which the same readings cannot say, or if somebody left although every reading
   *     was {@code INCOMPLETE}
   */
  public MembershipChanges build() {
    List<AudienceMember> listed =
        Stream.of(joined, after(), unchanged).flatMap(List::stream).toList();
    List<AudienceMember> kept = Stream.of(listed, unconfirmed).flatMap(List::stream).toList();
    requireDistinct(kept);
    requireProof();
    MembershipState state =
        MembershipState.of(
            audience, environment, Instant.now(), verdicts.get(verdicts.size() - 1), kept);
    return MembershipChanges.builder()
        .joined(joined)
        .left(left)
        .updated(updated)
        .unchanged(unchanged.size())
        .unconfirmed(unconfirmed)
        .reports(verdicts.stream().map(verdict -> report(verdict, listed.size())).toList())
        .newState(() -> state)
        .build();
  }

  private List<AudienceMember> after() {
    return updated.stream().map(MemberUpdate::after).toList();
  }

  private void requireDistinct(List<AudienceMember> kept) {
    Set<String> ids = new HashSet<>();
    Stream.concat(kept.stream(), left.stream())
        .map(AudienceMember::userId)
        .forEach(id -> Check.that(ids.add(id), "%s is in two groups, or twice in one", id));
  }

  private void requireProof() {
    Check.that(
        left.isEmpty() || unconfirmed.isEmpty(),
        "left and unconfirmed exclude each other: the same readings prove all absences or none");
    Check.that(
        left.isEmpty() || verdicts.stream().anyMatch(each -> each != Verdict.INCOMPLETE),
        "left must be empty if every reading is INCOMPLETE: such a reading proves nothing");
  }

  private static TraversalReport report(Verdict verdict, int members) {
    return TestReport.of(verdict, members).build();
  }
}
