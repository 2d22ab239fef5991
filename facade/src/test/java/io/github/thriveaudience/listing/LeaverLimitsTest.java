package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many members may leave at once. */
class LeaverLimitsTest {
  private static final ChangePolicy DEFAULTS = ChangePolicy.defaults();

  private static final String RAISE =
      ". If that is right, raise the limit, or lift it for one run: withoutGuard().";

  @ParameterizedTest
  @CsvSource({
    "0, 11, ",
    "2,  9, ",
    "3,  8, 3 of 11 known members; allowed: 20 %",
    "3, 12, ",
    "4, 11, 4 of 15 known members; allowed: 20 %",
    "9,  1, ",
    "10, 1, 10 of 11 known members; allowed: 20 %",
  })
  void aFifthMayLeaveOnceMoreThanTenAreKnown(int left, int unchanged, String exceeded) {
    assertThat(DEFAULTS.exceededLimit(changes(left, unchanged)))
        .isEqualTo(exceeded == null ? null : "Leavers: " + exceeded + RAISE);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5,   1, 1, ",
    "0.5,   2, 1, 50 %",
    "0,     1, 9, 0 %",
    "0.125, 2, 9, 12.5 %",
    "0.3333333333, 4, 1, 33.3 %",
    "1,     9, 1, "
  })
  void aShareThatIsSetCountsHoweverFewAreKnown(
      double share, int left, int unchanged, String limit) {
    String exceeded = DEFAULTS.atMostLeavingShare(share).exceededLimit(changes(left, unchanged));

    if (limit == null) {
      assertThat(exceeded).isNull();
    } else {
      assertThat(exceeded).endsWith("; allowed: " + limit + RAISE);
    }
  }

  @Test
  void aCountLimitsBesideTheShare() {
    ChangePolicy policy = DEFAULTS.atMostLeaving(2);

    assertThat(policy.exceededLimit(changes(2, 98))).isNull();
    assertThat(policy.exceededLimit(changes(3, 97)))
        .isEqualTo("Leavers: 3 of 100 known members; allowed: 2" + RAISE);
    assertThat(DEFAULTS.atMostLeaving(50).exceededLimit(changes(21, 79)))
        .endsWith("allowed: 20 %" + RAISE);
    assertThat(DEFAULTS.atMostLeaving(0).exceededLimit(changes(1, 9)))
        .endsWith("allowed: 0" + RAISE);
  }

  @Test
  void anAudienceMustNotBeEmptyAllAtOnce() {
    String empty =
        "The audience is empty; known members: 3. If that is right, lift the guard for one run:"
            + " withoutGuard().";

    assertThat(DEFAULTS.exceededLimit(changes(3, 0))).isEqualTo(empty);
    assertThat(DEFAULTS.atMostLeavingShare(1).exceededLimit(changes(3, 0))).isEqualTo(empty);
    assertThat(DEFAULTS.atMostLeaving(9).exceededLimit(changes(3, 0))).isEqualTo(empty);
  }

  @Test
  void anAudienceThatWasEmptyMayBeEmpty() {
    assertThat(DEFAULTS.exceededLimit(changes(0, 0))).isNull();
  }

  @Test
  void withoutGuardAllMayLeave() {
    assertThat(DEFAULTS.withoutGuard().exceededLimit(changes(500, 0))).isNull();
    assertThat(DEFAULTS.atMostLeaving(1).withoutGuard().exceededLimit(changes(500, 0))).isNull();
  }

  @Test
  void aLimitThatIsSetAfterwardsHolds() {
    ChangePolicy policy = DEFAULTS.withoutGuard().atMostLeaving(5);

    assertThat(policy.exceededLimit(changes(5, 1))).isNull();
    assertThat(policy.exceededLimit(changes(6, 1))).endsWith("allowed: 5" + RAISE);
    assertThat(policy.exceededLimit(changes(5, 0))).startsWith("The audience is empty");
  }

  @Test
  void whoIsUnconfirmedIsKnownAndHasNotLeft() {
    MembershipChanges changes =
        MembershipChanges.builder().left(members(2)).unconfirmed(members(9)).unchanged(1).build();

    assertThat(DEFAULTS.exceededLimit(changes)).isNull();
  }

  @Test
  void joinersAndUpdatesAreMembersOfAnAudienceThatIsNotEmpty() {
    MemberUpdate update = MemberUpdate.of(members(1).get(0), members(1).get(0));

    assertThat(
            DEFAULTS.exceededLimit(
                MembershipChanges.builder().left(members(3)).joined(members(1)).build()))
        .isNull();
    assertThat(
            DEFAULTS.exceededLimit(
                MembershipChanges.builder().left(members(3)).updated(List.of(update)).build()))
        .isNull();
  }

  private static MembershipChanges changes(int left, int unchanged) {
    return MembershipChanges.builder().left(members(left)).unchanged(unchanged).build();
  }

  private static List<AudienceMember> members(int count) {
    return IntStream.range(0, count)
        .mapToObj(id -> AudienceMember.builder().userId("u" + id).build())
        .toList();
  }
}
