package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MemberUpdate;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.TraversalProgress;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading gives, as tests build it. */
class ValueBuildersTest {
  private static final AudienceMember ONE = TestMembers.member(1);
  private static final AudienceMember TWO = TestMembers.member(2);
  private static final AudienceMember THREE = TestMembers.member(3);

  @Test
  void membersDifferAndAreEqualEachTime() {
    Set<String> ids = new HashSet<>();
    for (int number = 1; number <= 500_000; number++) {
      ids.add(TestMembers.id(number));
    }

    assertThat(ids).hasSize(500_000).allMatch(id -> id.matches("[0-9a-f]{24}"));
    assertThat(TestMembers.of(3)).containsExactly(ONE, TWO, THREE).isEqualTo(TestMembers.of(3));
    assertThat(ONE.userId()).isEqualTo("63f8c5361b9c80d3274b0001");
    assertThat(ONE.reference()).isEqualTo("user-0001");
    assertThat(ONE.email()).isEqualTo("user-0001@example.com");
    assertThat(TestMembers.of(0)).isEmpty();
    assertRefused("number must be 0 or more, but was -1", () -> TestMembers.of(-1));
    assertRefused("number must be 1 or more, but was 0", () -> TestMembers.id(0));
  }

  @Test
  void aPageIsTheOnlyOneByDefault() {
    MembersPage page = TestPage.of(TestMembers.of(3)).build();

    assertThat(page.members()).containsExactly(ONE, TWO, THREE);
    assertThat(page.page()).isEqualTo(1);
    assertThat(page.perPage()).isEqualTo(1000);
    assertThat(page.totalResults()).isEqualTo(3);
    assertThat(page.totalPages()).isEqualTo(1);
  }

  @Test
  void aPageHasTheHeadersOfItsResponse() {
    MembersPage page =
        TestPage.of(TestMembers.of(3)).headers(Map.of("X-Left", List.of("0"))).build();

    assertThat(page.headers().get("x-left")).containsExactly("0");
    assertThat(TestPage.of(TestMembers.of(3)).build().headers()).isEmpty();
  }

  @Test
  void aPageIsThatOfTheFakeClient() {
    FakeAudienceMembers fake = new FakeAudienceMembers().pageSize(2);
    fake.audience("tech-team").members(5);
    MembersPage page = TestPage.of(List.of(ONE, TWO)).perPage(2).totalResults(5).build();

    assertThat(page).isEqualTo(fake.members("tech-team").page(1));
    assertThat(page.hasNext()).isTrue();
    assertThat(TestPage.of(List.of(TestMembers.member(5))).page(3).perPage(2).build())
        .isEqualTo(fake.members("tech-team").page(3));
    assertThat(TestPage.of(List.of()).page(4).perPage(2).totalResults(5).build())
        .isEqualTo(fake.members("tech-team").page(4));
  }

  static Stream<TestPage> contradictingPages() {
    return Stream.of(
        TestPage.of(TestMembers.of(3)).perPage(2),
        TestPage.of(TestMembers.of(3)).totalResults(0),
        TestPage.of(TestMembers.of(3)).page(3).perPage(10).totalResults(20),
        TestPage.of(List.of()).totalResults(1),
        TestPage.of(List.of()).page(2).perPage(10).totalResults(11));
  }

  @ParameterizedTest
  @MethodSource("contradictingPages")
  void aPageThatTheClientWouldRefuseIsRefused(TestPage page) {
    assertThatIllegalArgumentException()
        .isThrownBy(page::build)
        .withMessageStartingWith("the page contradicts itself: ")
        .withMessageContaining("perPage is ");
  }

  @Test
  void figuresOutOfRangeAreRefused() {
    TestPage page = TestPage.of(List.of());

    assertRefused("page must be 1 or more, but was 0", () -> page.page(0));
    assertRefused("perPage must be 1 or more, but was 0", () -> page.perPage(0));
    assertRefused("totalResults must be 0 or more, but was -1", () -> page.totalResults(-1));
    assertRefused("members must be 0 or more, but was -1", () -> TestReport.consistent(-1));
    assertRefused(
        "duplicates must be 0 or more, but was -1", () -> TestReport.consistent(1).duplicates(-1));
  }

  @ParameterizedTest
  @EnumSource
  void aReportHasItsVerdictAndFigures(Verdict verdict) {
    TraversalReport report = TestReport.of(verdict, 2500).build();

    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(report.members()).isEqualTo(2500);
    assertThat(report.pages()).isEqualTo(3);
    assertThat(report.requests()).isEqualTo(3);
    assertThat(report.evidence()).isNotEmpty().doesNotContainNull();
    assertThat(report.nextPage()).isNull();
  }

  /** So that no report is refused that there is. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 25})
  void eachReportOfTheFakeClientCanBeBuilt(int members) {
    FakeAudienceMembers fake = new FakeAudienceMembers().pageSize(10);
    for (Verdict verdict : Verdict.values()) {
      fake.audience("tech-team").members(members).verdicts(verdict);
      for (int page : List.of(1, 2)) {
        assertCanBeBuilt(fake.members("tech-team").startingAt(page).readAll().report());
      }
    }
  }

  private static void assertCanBeBuilt(TraversalReport read) {
    TraversalReport built =
        TestReport.of(read.verdict(), read.members())
            .announced(
                Objects.requireNonNull(read.firstTotalResults()),
                Objects.requireNonNull(read.lastTotalResults()))
            .duplicates(read.duplicates())
            .pages(read.pages())
            .requests(read.requests())
            .firstPage(read.firstPage())
            .build();

    assertThat(built.verdict()).isEqualTo(read.verdict());
    assertThat(built)
        .hasToString(
            read.toString().replace(read.evidence().toString(), built.evidence().toString()));
  }

  static Stream<TestReport> contradictingReports() {
    return Stream.of(
        TestReport.consistent(240).announced(250, 250),
        TestReport.consistent(250).announced(251, 250),
        TestReport.consistent(250).duplicates(1),
        TestReport.consistent(250).firstPage(2),
        TestReport.consistent(250).failedAt(2),
        TestReport.drifted(250).announced(250, 250),
        TestReport.drifted(250).announced(250, 251),
        TestReport.drifted(250).failedAt(3),
        TestReport.incomplete(250).announced(250, 250),
        TestReport.incomplete(250).announced(250, 249));
  }

  @ParameterizedTest
  @MethodSource("contradictingReports")
  void aReportOfAnotherVerdictThanItsFiguresIsRefused(TestReport report) {
    assertThatIllegalArgumentException()
        .isThrownBy(report::build)
        .withMessageMatching(
            "a report with these figures is [A-Z]+, not [A-Z]+: members \\d+, firstTotalResults"
                + " \\d+, lastTotalResults \\d+, duplicates \\d+, firstPage \\d+, nextPage .+");
  }

  @Test
  void aReportOfAFailedReadingSaysWhere() {
    TraversalReport report = TestReport.incomplete(200).announced(250, 250).failedAt(3).build();

    assertThat(report.nextPage()).isEqualTo(3);
    assertThat(report.isResumable()).isFalse();
    assertThat(report.evidence()).contains("The reading failed at page 3.");
    assertRefused(
        "requests must be at least pages: 1 requests, 2 pages",
        () -> TestReport.consistent(5).pages(2).requests(1).build());
  }

  @Test
  void aSnapshotHasAReportOfItsMembers() {
    MembersSnapshot drifted = TestSnapshot.of(List.of(ONE, TWO)).verdict(Verdict.DRIFTED).build();

    assertThat(TestSnapshot.of(List.of(ONE)).build().isConsistent()).isTrue();
    assertThat(drifted.members()).containsExactly(ONE, TWO);
    assertThat(drifted.report().verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(drifted.report().members()).isEqualTo(2);
    assertRefused(
        "members must have different user ids: 2 members, 1 ids",
        () -> TestSnapshot.of(List.of(ONE, ONE)).build());
    assertRefused(
        "report must be of these members: 1 members, 2 in the report",
        () -> TestSnapshot.of(List.of(ONE)).report(drifted.report()).build());
  }

  @Test
  void changesHaveTheStateThatFollows() {
    AudienceMember renamed = AudienceMember.builder().userId(TWO.userId()).email("n@e.com").build();
    MembershipChanges changes =
        TestChanges.of("tech-team")
            .environment(ThriveEnvironment.STAGING)
            .joined(ONE)
            .updated(MemberUpdate.of(TWO, renamed))
            .unchanged(TestMembers.of(5).subList(3, 5))
            .unconfirmed(THREE)
            .verdicts(Verdict.DRIFTED, Verdict.INCOMPLETE)
            .build();

    assertThat(changes)
        .hasToString(
            "MembershipChanges[1 joined, 0 left, 1 updated, 2 unchanged, 1 unconfirmed; 2 readings:"
                + " DRIFTED, INCOMPLETE]");
    assertThat(changes.newState().ids())
        .containsExactlyInAnyOrderElementsOf(
            TestMembers.of(5).stream().map(AudienceMember::userId).toList());
    assertThat(changes.newState().member(TWO.userId())).isEqualTo(renamed);
    assertThat(changes.newState().environment()).isEqualTo("STAGING");
    assertThat(changes.reports().get(1).members()).isEqualTo(4);
  }

  @Test
  void changesOfNobodyAreEmptyAndAStateOfThemIsComparable() {
    FakeAudienceMembers fake = new FakeAudienceMembers();
    fake.audience("tech-team").members(2);
    KnownMembers known =
        TestChanges.of("tech-team").unchanged(TestMembers.of(2)).build().newState();

    assertThat(TestChanges.of("tech-team").build().isEmpty()).isTrue();
    assertThat(fake.members("tech-team").changesSince(known).isEmpty()).isTrue();
  }

  @Test
  void contradictingChangesAreRefused() {
    assertRefused(
        "left and unconfirmed exclude each other: the same readings prove all absences or none",
        () -> TestChanges.of("a").left(ONE).unconfirmed(TWO).build());
    assertRefused(
        "left must be empty if every reading is INCOMPLETE: such a reading proves nothing",
        () -> TestChanges.of("a").left(ONE).verdicts(Verdict.INCOMPLETE).build());
    assertRefused(
        ONE.userId() + " is in two groups, or twice in one",
        () -> TestChanges.of("a").left(ONE).joined(ONE).build());
    assertRefused("inTurn must not be empty", () -> TestChanges.of("a").verdicts());
  }

  @Test
  void aProgressHasMembersOfItsPages() {
    assertThat(TestProgress.page(2, 3).elapsed(Duration.ofSeconds(1)).build())
        .isEqualTo(TraversalProgress.of(1, 2, 3, 2000, Duration.ofSeconds(1)));
    assertThat(TestProgress.page(3, 3).reading(2).members(2500).build().members()).isEqualTo(2500);
    assertThat(TestProgress.page(1, 0).build().members()).isZero();
    assertRefused(
        "members must be 0 where the page is beyond the last: page 4 of 3, 10 members",
        () -> TestProgress.page(4, 3).members(10).build());
    assertRefused(
        "elapsed must be zero or more, but was PT-1S",
        () -> TestProgress.page(1, 1).elapsed(Duration.ofSeconds(-1)));
  }

  private static void assertRefused(String message, Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
  }
}
