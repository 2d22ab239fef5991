package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownMembersTest {
  private static final AudienceMember ANN = member("ann", "ann@example.com");
  private static final AudienceMember BEN = member("ben", null);

  @Test
  void findsMembersByTheirIds() {
    KnownMembers known = KnownMembers.of(List.of(BEN, ANN));

    assertThat(known.ids()).containsExactly("ben", "ann");
    assertThat(known.member("ann")).isSameAs(ANN);
    assertThat(known.member("ann@example.com")).isNull();
    assertThat(known.size()).isEqualTo(2);
    assertThat(known.isIdsOnly()).isFalse();
  }

  @Test
  void ofIdsKnowsNothingElse() {
    KnownMembers known = KnownMembers.ofIds(List.of("b", "a"));

    assertThat(known.ids()).containsExactly("b", "a");
    assertThat(known.member("a")).isEqualTo(AudienceMember.builder().userId("a").build());
    assertThat(known.member("c")).isNull();
    assertThat(known.isIdsOnly()).isTrue();
  }

  @Test
  void noneIsEmptyAndNotIdsOnly() {
    assertThat(KnownMembers.none().size()).isZero();
    assertThat(KnownMembers.none().isIdsOnly()).isFalse();
  }

  @Test
  void isACopyThatCannotBeChanged() {
    List<String> ids = new ArrayList<>(List.of("a"));
    KnownMembers known = KnownMembers.ofIds(ids);

    ids.add("b");

    assertThat(known.ids()).containsExactly("a");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> known.ids().clear());
  }

  @Test
  void showsNoPersonalData() {
    assertThat(KnownMembers.of(List.of(ANN))).hasToString("KnownMembers[1 members]");
    assertThat(KnownMembers.ofIds(List.of("a", "b"))).hasToString("KnownMembers[2 ids]");
  }

  /** The message has the position alone: an id belongs to a person. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "``,       must not be blank",
        "` \t`,    must not be blank",
        "` ann`,   must not begin or end with white space",
        "`ann `,   must not begin or end with white space",
        "`ann\n`,  must not begin or end with white space",
        "`a\u2003`, must not begin or end with white space",
        "`a\u0000b`, must not contain control characters",
        "`a\u0085b`, must not contain control characters",
        "ok,       is a duplicate",
      })
  void namesThePositionOfAnIdThatNoMemberCanHave(String id, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnownMembers.ofIds(List.of("ok", id)))
        .withMessage("ids[1] " + rule);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnownMembers.of(List.of(member("ok", null), member(id, null))))
        .withMessage("members[1] " + rule);
  }

  @Test
  void acceptsIdsOfAnyOtherForm() {
    List<String> ids = List.of("63f8c5361b9c80d3274b0001", "a b", "北京", "\ud800", "\"", "A", "a");

    assertThat(KnownMembers.ofIds(ids).ids()).containsExactlyElementsOf(ids);
  }

  @Test
  void namesThePositionOfANull() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnownMembers.ofIds(Arrays.asList("a", "b", null)))
        .withMessage("ids[2] must not be null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnownMembers.of(Arrays.asList(null, ANN)))
        .withMessage("members[0] must not be null");
  }

  @Test
  void namesACollectionThatIsNull() {
    assertThatNullPointerException().isThrownBy(() -> KnownMembers.ofIds(null)).withMessage("ids");
    assertThatNullPointerException().isThrownBy(() -> KnownMembers.of(null)).withMessage("members");
  }

  private static AudienceMember member(String id, String email) {
    return AudienceMember.builder().userId(id).email(email).build();
  }
}
