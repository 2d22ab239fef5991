package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.thriveaudience.model.AudienceMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What users' tests of code that works with changes can rely on. */
class MembershipChangesTest {
  private static final AudienceMember ANN = member("ann", "r-1", "ann@example.com");
  private static final AudienceMember BEN = member("ben", "r-2", "ben@example.com");

  private static final TraversalReport REPORT =
      TraversalReport.builder().verdict(Verdict.CONSISTENT).build();

  @Test
  void thereAreNoneByDefault() {
    MembershipChanges none = MembershipChanges.builder().build();

    assertThat(none.isEmpty()).isTrue();
    assertThat(none.reports()).containsExactly(REPORT);
    assertThat(none)
        .hasToString(
            "MembershipChanges[0 joined, 0 left, 0 updated, 0 unchanged, 0 unconfirmed;"
                + " 1 reading: CONSISTENT]");
    assertThatIllegalStateException()
        .isThrownBy(none::newState)
        .withMessage("these changes were built without a newState");
  }

  @Test
  void haveWhatWasSet() {
    MembershipState state =
        MembershipState.of("sales", "EU", Instant.EPOCH, Verdict.CONSISTENT, List.of(ANN));
    MemberUpdate update = MemberUpdate.of(ANN, member("ann", "r-1", null));

    MembershipChanges changes =
        MembershipChanges.builder()
            .joined(List.of(ANN))
            .left(List.of(BEN))
            .updated(List.of(update))
            .unchanged(7)
            .unconfirmed(List.of(BEN, ANN))
            .reports(List.of(REPORT))
            .newState(() -> state)
            .build();

    assertThat(changes.joined()).containsExactly(ANN);
    assertThat(changes.left()).containsExactly(BEN);
    assertThat(changes.updated()).containsExactly(update);
    assertThat(changes.unchanged()).isEqualTo(7);
    assertThat(changes.unconfirmed()).containsExactly(BEN, ANN);
    assertThat(changes.reports()).containsExactly(REPORT);
    assertThat(changes.newState()).isSameAs(state);
    assertThat(changes)
        .hasToString(
            "MembershipChanges[1 joined, 1 left, 1 updated, 7 unchanged, 2 unconfirmed;"
                + " 1 reading: CONSISTENT]");
  }

  @Test
  void areNotEmptyIfThereIsSomethingToApply() {
    List<AudienceMember> ann = List.of(ANN);

    assertThat(MembershipChanges.builder().joined(ann).build().isEmpty()).isFalse();
    assertThat(MembershipChanges.builder().left(ann).build().isEmpty()).isFalse();
    assertThat(
            MembershipChanges.builder()
                .updated(List.of(MemberUpdate.of(ANN, ANN)))
                .build()
                .isEmpty())
        .isFalse();
    assertThat(MembershipChanges.builder().unchanged(1).unconfirmed(ann).build().isEmpty())
        .isTrue();
  }

  @Test
  void listsAreCopied() {
    List<AudienceMember> left = new ArrayList<>(List.of(ANN));
    MembershipChanges changes = MembershipChanges.builder().left(left).build();

    left.clear();

    assertThat(changes.left()).containsExactly(ANN);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> changes.left().clear());
  }

  @Test
  void theirFiguresAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MembershipChanges.builder().unchanged(-1))
        .withMessage("unchanged must be 0 or more, but was -1");
  }

  @ParameterizedTest
  @MethodSource("settersOfNull")
  void theirBuilderNamesWhatIsNull(String name, Consumer<MembershipChangesBuilder> setter) {
    assertThatNullPointerException()
        .isThrownBy(() -> setter.accept(MembershipChanges.builder()))
        .withMessage(name);
  }

  static Stream<Arguments> settersOfNull() {
    return Stream.of(
        setter("joined", changes -> changes.joined(null)),
        setter("left", changes -> changes.left(null)),
        setter("updated", changes -> changes.updated(null)),
        setter("unconfirmed", changes -> changes.unconfirmed(null)),
        setter("reports", changes -> changes.reports(null)),
        setter("newState", changes -> changes.newState(null)));
  }

  private static Arguments setter(String name, Consumer<MembershipChangesBuilder> setter) {
    return Arguments.of(name, setter);
  }

  @Test
  void anUpdateNamesWhatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> MemberUpdate.of(null, ANN))
        .withMessage("before");
    assertThatNullPointerException()
        .isThrownBy(() -> MemberUpdate.of(ANN, null))
        .withMessage("after");
  }

  @Test
  void anUpdateHasBothMembers() {
    AudienceMember after = member("ann", "r-1", "new@example.com");

    assertThat(MemberUpdate.of(ANN, after).before()).isEqualTo(ANN);
    assertThat(MemberUpdate.of(ANN, after).after()).isEqualTo(after);
    assertThat(MemberUpdate.of(ANN, after))
        .isEqualTo(MemberUpdate.of(ANN, after))
        .isNotEqualTo(MemberUpdate.of(after, ANN));
  }

  @Test
  void anUpdateShowsWhichFieldsChangedAndNoPersonalData() {
    assertThat(MemberUpdate.of(ANN, member("ann", "r-1", null))).hasToString("MemberUpdate[email]");
    assertThat(MemberUpdate.of(ANN, member("ann", "r-3", "a@example.com")))
        .hasToString("MemberUpdate[reference, email]");
  }

  @Test
  void anUpdateIsOfOneMember() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemberUpdate.of(ANN, BEN))
        .withMessage("before and after must be the same member");
  }

  private static AudienceMember member(String id, String reference, String email) {
    return AudienceMember.builder().userId(id).reference(reference).email(email).build();
  }
}
