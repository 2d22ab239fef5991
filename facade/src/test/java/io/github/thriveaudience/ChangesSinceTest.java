package io.github.thriveaudience;

import static io.github.thriveaudience.ReadingTest.totals;
import static io.github.thriveaudience.Readings.members;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.ManualTime;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MemberUpdate;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes since what the caller knows. */
class ChangesSinceTest {

  @Test
  void oneReadingIsEnoughIfNobodyIsAbsent() {
    FakePages source = FakePages.of(25);

    MembershipChanges changes = members(source).changesSince(ids(0, 20));

    assertThat(userIds(changes.joined())).isEqualTo(FakePages.ids(20, 25));
    assertThat(changes.left()).isEmpty();
    assertThat(changes.unchanged()).isEqualTo(20);
    assertThat(source.requested).containsExactly(1, 2, 3);
    assertThat(changes.reports()).singleElement().returns(25L, TraversalReport::members);
  }

  @Test
  void whoIsAbsentFromThreeConsistentReadingsHasLeft() {
    FakePages source = FakePages.of(25);

    MembershipChanges changes = members(source).changesSince(ids(0, 27));

    assertThat(userIds(changes.left())).containsExactly("id-25", "id-26");
    assertThat(changes.unconfirmed()).isEmpty();
    assertThat(changes.unchanged()).isEqualTo(25);
    assertThat(source.requested).hasSize(9);
    assertThat(source.waits).isEmpty();
    assertThat(changes.reports()).hasSize(3);
  }

  /** One leaves behind the reader and one joins ahead of it: a third moves to an earlier page. */
  @Test
  void whoIsMissedByAConsistentReadingHasNotLeft() {
    List<String> before = FakePages.ids(0, 25);
    List<String> after = new ArrayList<>(FakePages.ids(1, 25));
    after.add("id-25");
    FakePages source = changing(before, after);

    MembershipChanges changes = members(source).changesSince(KnownMembers.ofIds(before));

    assertThat(userIds(changes.left())).isEmpty();
    assertThat(changes.unchanged()).as("id-0, whom the first reading listed, too").isEqualTo(25);
    assertThat(userIds(changes.joined())).containsExactly("id-25");
    assertThat(changes.reports())
        .extracting(TraversalReport::verdict)
        .containsExactly(Verdict.CONSISTENT, Verdict.CONSISTENT);
  }

  @Test
  void aDriftedReadingIsRepeatedAfterAWait() {
    FakePages source = driftingUntil(2);

    MembershipChanges changes = members(source).changesSince(ids(0, 26));

    assertThat(userIds(changes.left())).containsExactly("id-25");
    assertThat(changes.reports())
        .extracting(TraversalReport::verdict)
        .containsExactly(
            Verdict.DRIFTED, Verdict.CONSISTENT, Verdict.CONSISTENT, Verdict.CONSISTENT);
    assertThat(source.waits).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void whoIsNotProvenToHaveLeftIsUnconfirmed() {
    FakePages source = totals(25, 24, 25);

    MembershipChanges changes = members(source).changesSince(ids(5, 26));

    assertThat(changes.left()).isEmpty();
    assertThat(userIds(changes.unconfirmed())).containsExactly("id-25");
    assertThat(userIds(changes.joined())).as("told all the same").hasSize(5);
    assertThat(changes.unchanged()).isEqualTo(20);
    assertThat(source.waits).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(changes.newState().ids()).hasSize(26).contains("id-25", "id-0");
  }

  @Test
  void thePolicyDecidesOnConfirmationsAttemptsAndWaits() {
    FakePages holding = FakePages.of(25);
    MembershipChanges once =
        members(holding).changesSince(ids(0, 26), ChangePolicy.defaults().withConfirmations(1));
    assertThat(userIds(once.left())).containsExactly("id-25");
    assertThat(holding.requested).hasSize(3);

    FakePages drifting = totals(25, 24, 25);
    ChangePolicy patient = ChangePolicy.defaults().withAttempts(4).withWait(Duration.ofHours(2));
    assertThat(members(drifting).changesSince(ids(0, 26), patient).reports()).hasSize(4);
    assertThat(drifting.waits).hasSize(3).containsOnly(Duration.ofHours(2));
  }

  @Test
  void driftedReadingsAreProofIfThePolicyAcceptsThem() {
    FakePages source = totals(25, 24, 25);

    MembershipChanges changes =
        members(source).changesSince(ids(0, 26), ChangePolicy.defaults().acceptingDrift(5));

    assertThat(userIds(changes.left())).containsExactly("id-25");
    assertThat(changes.reports()).hasSize(5);
    assertThat(changes.newState().ids()).doesNotContain("id-25");
  }

  @Test
  void driftedReadingsAreNeverProofBeforeConsistentOnes() {
    ChangePolicy hasty = ChangePolicy.defaults().acceptingDrift(1);

    assertThat(members(FakePages.of(25)).changesSince(ids(0, 26), hasty).reports()).hasSize(3);
    assertThat(members(totals(25, 24, 25)).changesSince(ids(0, 26), hasty).reports()).hasSize(3);
  }

  /** Else it could not be known the next time, and no audience compared. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", " id", "id\n", "i\u0000d"})
  void anIdThatNoMemberCanHaveIsMalformed(String id) {
    FakePages source =
        FakePages.returning(page -> MembersPage.of(List.of(member(id, null, null)), 1, 10, 1, 1));

    assertThatThrownBy(() -> members(source).changesSince(KnownMembers.none()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageStartingWith(
            "A userId in the response for audience \"tech-team\" of TEST cannot be right: it must"
                + " not ");
  }

  @Test
  void incompleteReadingsAreNoProof() {
    FakePages source = FakePages.filtered(25, 3, 10, 9, 5);

    MembershipChanges changes =
        members(source)
            .changesSince(
                KnownMembers.ofIds(List.of("id-10", "id-99")),
                ChangePolicy.defaults().acceptingDrift(3));

    assertThat(changes.left()).isEmpty();
    assertThat(userIds(changes.unconfirmed())).containsExactly("id-99");
    assertThat(changes.reports())
        .extracting(TraversalReport::verdict)
        .containsOnly(Verdict.INCOMPLETE);
  }

  @Test
  void changedReferencesAndAddressesAreTold() {
    AudienceMember same = member("1", "ref-1", "1@example.com");
    AudienceMember before = member("2", "ref-2", "2@example.com");
    AudienceMember after = member("2", "ref-2", null);
    FakePages source =
        FakePages.returning(page -> MembersPage.of(List.of(same, after), 1, 10, 2, 1));

    MembershipChanges changes =
        members(source).changesSince(KnownMembers.of(List.of(same, before)));

    assertThat(changes.updated()).containsExactly(MemberUpdate.of(before, after));
    assertThat(changes.unchanged()).isEqualTo(1);
    assertThat(changes.newState().member("2")).isEqualTo(after);
    assertThat(changes.toString())
        .isEqualTo(
            "MembershipChanges[0 joined, 0 left, 1 updated, 1 unchanged, 0 unconfirmed; 1 reading:"
                + " CONSISTENT]");
  }

  @Test
  void theNewStateSaysWhatWasReadWhere() {
    ManualTime time = new ManualTime(0);
    time.advance(Duration.ofHours(1));

    MembershipState state =
        members(FakePages.of(2), time).changesSince(KnownMembers.none()).newState();

    assertThat(state.audience()).isEqualTo("tech-team");
    assertThat(state.environment()).isEqualTo("TEST");
    assertThat(state.readAt()).isEqualTo(Instant.EPOCH.plusSeconds(3600));
    assertThat(state.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(state.isIdsOnly()).isFalse();
    assertThat(members(FakePages.of(1)).changesSince(ids(0, 1)).newState().isIdsOnly()).isTrue();
  }

  @Test
  void aStateOfAnotherAudienceOrEnvironmentIsRefusedBeforeAnyRequest() {
    FakePages source = FakePages.of(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> members(source).changesSince(state("sales", "TEST")))
        .withMessageContaining("audience \"sales\"")
        .withMessageContaining("\"tech-team\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> members(source).changesSince(state("tech-team", "STAGING")))
        .withMessageContaining("environment \"STAGING\"");
    assertThat(source.requested).isEmpty();
    assertThat(members(source).changesSince(state("tech-team", "TEST")).joined()).hasSize(1);
  }

  @Test
  void refusesAPartOfAnAudienceAndNull() {
    FakePages source = FakePages.of(25);

    assertThatIllegalStateException()
        .isThrownBy(() -> members(source).startingAt(2).changesSince(KnownMembers.none()))
        .withMessage("changesSince reads from the first page: leave out startingAt and resume");
    assertThatNullPointerException()
        .isThrownBy(() -> members(source).changesSince(null))
        .withMessage("known");
    assertThatNullPointerException()
        .isThrownBy(() -> members(source).changesSince(KnownMembers.none(), null))
        .withMessage("policy");
    assertThat(source.requested).isEmpty();
  }

  static KnownMembers ids(int from, int to) {
    return KnownMembers.ofIds(FakePages.ids(from, to));
  }

  static List<String> userIds(List<AudienceMember> members) {
    return members.stream().map(AudienceMember::userId).toList();
  }

  private static AudienceMember member(
      String id, @Nullable String reference, @Nullable String email) {
    return AudienceMember.builder().userId(id).reference(reference).email(email).build();
  }

  private static MembershipState state(String audience, String environment) {
    return MembershipState.of(audience, environment, Instant.EPOCH, Verdict.CONSISTENT, List.of());
  }

  /** The list changes before its second page is read for the first time. */
  private static FakePages changing(List<String> before, List<String> after) {
    boolean[] changed = {false};
    return FakePages.returning(
        page -> {
          changed[0] |= page == 2;
          return FakePages.page(changed[0] ? after : before, page, FakePages.PER_PAGE);
        });
  }

  /** Announces other totals within the readings before this one. */
  private static FakePages driftingUntil(int reading) {
    int[] reads = {0};
    return FakePages.returning(
        page -> {
          reads[0] += page == 1 ? 1 : 0;
          return FakePages.page(page == 2 && reads[0] < reading ? 24 : 25, page);
        });
  }
}
