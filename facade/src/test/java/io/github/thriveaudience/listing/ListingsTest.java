package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What users' tests of code that works with a page or a snapshot can rely on. */
class ListingsTest {
  private static final TraversalReport REPORT =
      TraversalReport.builder().verdict(Verdict.DRIFTED).build();

  private final List<AudienceMember> members = new ArrayList<>(FakePages.page(3, 1).members());

  @Test
  void aPageShowsItsFigures() {
    assertThat(MembersPage.of(List.of(), 1, 2, 3, 4))
        .hasToString("MembersPage[members=[], page=1, perPage=2, totalResults=3, totalPages=4]");
  }

  @Test
  void aPageShowsTheNamesOfItsHeadersAlone() {
    MembersPage page =
        MembersPage.of(List.of(), 1, 2, 3, 4).withHeaders(Map.of("X-User", List.of("jane.doe")));

    assertThat(page)
        .hasToString(
            "MembersPage[members=[], page=1, perPage=2, totalResults=3, totalPages=4,"
                + " headers=[X-User]]");
    assertThat(page.withHeaders(Map.of())).isEqualTo(MembersPage.of(List.of(), 1, 2, 3, 4));
  }

  @Test
  void pagesAreEqualByTheirHeadersToo() {
    MembersPage page = MembersPage.of(List.of(), 1, 2, 3, 4);
    MembersPage one = page.withHeaders(Map.of("X-Left", List.of("1")));

    assertThat(one).isNotEqualTo(page);
    assertThat(one).isNotEqualTo(page.withHeaders(Map.of("X-Left", List.of("2"))));
    assertThat(page.withHeaders(Map.of("x-left", List.of("1"))))
        .isEqualTo(one)
        .hasSameHashCodeAs(one);
  }

  @Test
  void nothingShowsPersonalData() {
    AudienceMember jane = member("jane@example.com");
    MembershipChanges changes = MembershipChanges.builder().joined(List.of(jane)).build();

    for (Object shown :
        List.of(
            MembersPage.of(List.of(jane), 1, 2, 3, 4),
            MembersSnapshot.of(List.of(jane), REPORT),
            MemberUpdate.of(jane, member("doe@example.com")),
            changes,
            changes.joined(),
            KnownMembers.of(List.of(jane)),
            Map.of("member", Optional.of(jane)))) {
      assertThat(shown.toString()).doesNotContain("example", "jane", "Jane");
    }
  }

  @Test
  void aPageShowsTheIdsOfItsMembers() {
    assertThat(MembersPage.of(List.of(member("jane@example.com")), 1, 2, 3, 4).toString())
        .contains("userId=42, ", "reference=***, ", "email=***, ", "additionalProperties=[name]");
  }

  private static AudienceMember member(String email) {
    return AudienceMember.builder()
        .userId("42")
        .reference("jane.doe")
        .email(email)
        .additionalProperty("name", "Jane Doe")
        .build();
  }

  @Test
  void aSnapshotShowsNoMember() {
    assertThat(MembersSnapshot.of(members, REPORT))
        .hasToString("MembersSnapshot[members=3, report=" + REPORT + "]");
  }

  @Test
  void aProgressShowsItsFigures() {
    assertThat(TraversalProgress.of(1, 2, 3, Duration.ofSeconds(4)))
        .hasToString("TraversalProgress[reading=1, page=1, totalPages=2, members=3, elapsed=PT4S]");
  }

  @Test
  void aProgressOverAudiencesShowsItsFigures() {
    assertThat(AudiencesProgress.of("sales", 1, 2, 3, Duration.ofSeconds(4)))
        .hasToString("AudiencesProgress[audience=sales, done=1, total=2, members=3, elapsed=PT4S]")
        .isEqualTo(AudiencesProgress.of("sales", 1, 2, 3, Duration.ofSeconds(4)))
        .isNotEqualTo(AudiencesProgress.of("board", 1, 2, 3, Duration.ofSeconds(4)));
  }

  @Test
  void valuesAreEqualIfTheirComponentsAre() {
    List<AudienceMember> copy = new ArrayList<>(members);

    assertThat(MembersPage.of(members, 1, 2, 3, 4))
        .isEqualTo(MembersPage.of(copy, 1, 2, 3, 4))
        .hasSameHashCodeAs(MembersPage.of(copy, 1, 2, 3, 4))
        .isNotEqualTo(MembersPage.of(copy, 2, 2, 3, 4));
    assertThat(MembersSnapshot.of(members, REPORT))
        .isEqualTo(MembersSnapshot.of(copy, REPORT))
        .hasSameHashCodeAs(MembersSnapshot.of(copy, REPORT))
        .isNotEqualTo(MembersSnapshot.of(List.of(), REPORT));
    assertThat(TraversalProgress.of(1, 2, 3, Duration.ZERO))
        .isEqualTo(TraversalProgress.of(1, 2, 3, Duration.ZERO))
        .isNotEqualTo(TraversalProgress.of(1, 2, 4, Duration.ZERO));
  }

  @Test
  void listsAreCopied() {
    MembersPage page = MembersPage.of(members, 1, 10, 3, 1);
    MembersSnapshot snapshot = MembersSnapshot.of(members, REPORT);

    members.clear();

    assertThat(page.members()).hasSize(3);
    assertThat(snapshot.members()).hasSize(3);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> page.members().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> snapshot.members().clear());
  }
}
