package io.github.thriveaudience;

import static io.github.thriveaudience.ChangesSinceTest.ids;
import static io.github.thriveaudience.ChangesSinceTest.userIds;
import static io.github.thriveaudience.ReadingTest.totals;
import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.Readings.reportOf;
import static io.github.thriveaudience.error.Serialization.deserialized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.TooManyLeaversException;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.Verdict;
import org.junit.jupiter.api.Test;

/** Changes of which too many are leavers. */
class ChangesGuardTest {

  @Test
  void tooManyLeaversAreAnExceptionWithTheChanges() {
    FakePages source = FakePages.of(8);

    TooManyLeaversException failure =
        catchThrowableOfType(
            TooManyLeaversException.class, () -> members(source).changesSince(ids(0, 11)));

    assertThat(failure)
        .hasMessage(
            "Too many members left audience \"tech-team\" of TEST at once. Check whether it is the"
                + " right audience. Leavers: 3 of 11 known members; allowed: 20 %. If that is"
                + " right, raise the limit, or lift it for one run: withoutGuard().");
    assertThat(userIds(failure.changes().left())).isEqualTo(FakePages.ids(8, 11));
    assertThat(reportOf(failure).verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(members(source).changesSince(ids(0, 10)).left()).as("of ten").hasSize(2);
    assertThat(
            members(source)
                .changesSince(ids(0, 11), ChangePolicy.defaults().atMostLeavingShare(0.3))
                .left())
        .hasSize(3);
    assertThatThrownBy(
            () ->
                members(source)
                    .changesSince(ids(0, 11), ChangePolicy.defaults().atMostLeavingShare(0.27)))
        .hasMessageContaining("allowed: 27 %.");
    assertThatThrownBy(
            () ->
                members(source).changesSince(ids(0, 10), ChangePolicy.defaults().atMostLeaving(1)))
        .isInstanceOf(TooManyLeaversException.class)
        .hasMessageContaining("Leavers: 2 of 10 known members; allowed: 1.");
  }

  @Test
  void theChangesAreNotSerializedWithTheException() {
    TooManyLeaversException failure =
        catchThrowableOfType(
            TooManyLeaversException.class, () -> members(FakePages.of(8)).changesSince(ids(0, 11)));

    TooManyLeaversException copy = deserialized(failure);

    assertThat(copy.report()).isEqualTo(failure.report());
    assertThatIllegalStateException().isThrownBy(copy::changes);
  }

  @Test
  void unconfirmedMembersDoNotCountForTheGuard() {
    MembershipChanges changes = members(totals(25, 24, 25)).changesSince(ids(0, 500));

    assertThat(changes.unconfirmed()).hasSize(475);
  }

  @Test
  void anEmptyAudienceNeedsTheGuardLifted() {
    ChangePolicy everything = ChangePolicy.defaults().atMostLeavingShare(1).atMostLeaving(9);

    assertThatThrownBy(() -> members(FakePages.of(0)).changesSince(ids(0, 1), everything))
        .isInstanceOf(TooManyLeaversException.class)
        .hasMessageContaining("The audience is empty; known members: 1.");
    MembershipChanges lifted =
        members(FakePages.of(0)).changesSince(ids(0, 500), ChangePolicy.defaults().withoutGuard());
    assertThat(lifted.left()).hasSize(500);
    assertThat(members(FakePages.of(0)).changesSince(KnownMembers.none()).isEmpty()).isTrue();
  }

  @Test
  void anUnknownAudienceIsNotEmpty() {
    assertThatThrownBy(
            () ->
                members(FakePages.failing(FakeAudiences.notFound()))
                    .changesSince(ids(0, 9), ChangePolicy.defaults().withoutGuard()))
        .isInstanceOf(NotFoundException.class);
  }
}
