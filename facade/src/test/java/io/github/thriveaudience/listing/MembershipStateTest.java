package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.thriveaudience.model.AudienceMember;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipStateTest {
  private static final Instant TIME = Instant.parse("2026-11-26T03:00:00Z");

  private static final AudienceMember ANN =
      AudienceMember.builder().userId("id-ann").reference("r-ann").email("ann@example.com").build();

  private final MembershipState state = state("sales", List.of(ANN));

  @Test
  void hasWhatItWasMadeOf() {
    assertThat(state.audience()).isEqualTo("sales");
    assertThat(state.environment()).isEqualTo("EU");
    assertThat(state.readAt()).isEqualTo(TIME);
    assertThat(state.verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(state.ids()).containsExactly("id-ann");
    assertThat(state.member("id-ann")).isEqualTo(ANN);
    assertThat(state.isIdsOnly()).isFalse();
    assertThat(state.size()).isEqualTo(1);
  }

  @Test
  void withoutPersonalDataKeepsTheIdsAlone() {
    MembershipState reduced = state.withoutPersonalData();

    assertThat(reduced.isIdsOnly()).isTrue();
    assertThat(reduced.member("id-ann"))
        .isEqualTo(AudienceMember.builder().userId("id-ann").build());
    assertThat(reduced.audience()).isEqualTo("sales");
    assertThat(reduced.readAt()).isEqualTo(TIME);
    assertThat(reduced).isNotEqualTo(state).isEqualTo(reduced.withoutPersonalData());
  }

  @Test
  void isEqualIfAllOfItIs() {
    assertThat(state).isEqualTo(state("sales", List.of(ANN)));
    assertThat(state).hasSameHashCodeAs(state("sales", List.of(ANN)));
    assertThat(state).isNotEqualTo(state("board", List.of(ANN)));
    assertThat(state).isNotEqualTo(state("sales", List.of()));
    assertThat(state).isNotEqualTo(KnownMembers.of(List.of(ANN)));
  }

  @Test
  void showsNoPersonalData() {
    assertThat(state)
        .asString()
        .contains("sales", "EU", "2026-11-26T03:00:00Z", "DRIFTED", "1 members")
        .doesNotContain("ann");
  }

  @Test
  void refusesTheSameIdsAsOtherKnownMembers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state("sales", List.of(ANN, ANN)))
        .withMessage("members[1] is a duplicate");
  }

  @ParameterizedTest
  @CsvSource({"0, audience", "1, environment", "2, readAt", "3, verdict", "4, members"})
  void namesAnArgumentThatIsNull(int position, String name) {
    Object[] arguments = {"sales", "EU", TIME, Verdict.CONSISTENT, List.of()};
    arguments[position] = null;
    Executable make = () -> make(arguments);

    assertThatNullPointerException().isThrownBy(make::execute).withMessage(name);
  }

  @Test
  void namesAPathThatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> MembershipState.read(null))
        .withMessage("file");
    assertThatNullPointerException()
        .isThrownBy(() -> MembershipState.readOrEmpty(null))
        .withMessage("file");
    assertThatNullPointerException().isThrownBy(() -> state.write(null)).withMessage("file");
  }

  @SuppressWarnings("unchecked")
  private static MembershipState make(Object[] arguments) {
    return MembershipState.of(
        (String) arguments[0],
        (String) arguments[1],
        (Instant) arguments[2],
        (Verdict) arguments[3],
        (List<AudienceMember>) arguments[4]);
  }

  private static MembershipState state(String audience, List<AudienceMember> members) {
    return MembershipState.of(audience, "EU", TIME, Verdict.DRIFTED, members);
  }
}
