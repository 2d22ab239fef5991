package io.github.thriveaudience.testing;

import static io.github.thriveaudience.testing.Scenarios.drifting;
import static io.github.thriveaudience.testing.Scenarios.emptyPage;
import static io.github.thriveaudience.testing.Scenarios.failsOnce;
import static io.github.thriveaudience.testing.Scenarios.incomplete;
import static io.github.thriveaudience.testing.Scenarios.joins;
import static io.github.thriveaudience.testing.Scenarios.leavesBetweenReadings;
import static io.github.thriveaudience.testing.Scenarios.memberId;
import static io.github.thriveaudience.testing.Scenarios.members;
import static io.github.thriveaudience.testing.Scenarios.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists that the stubs send, as the client reads them. */
class ListsTest {
  private static final String TEAM = "tech-team";
  private static final ChangePolicy NO_WAIT = ChangePolicy.defaults().withWait(Duration.ZERO);

  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  private static Members list(String audience) {
    return STUBS.client().members(audience);
  }

  private static MembersSnapshot readAll() {
    return list(TEAM).readAll();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "100, 1", "101, 2", "10001, 101"})
  void aNumberOfMembers(int count, int requests) {
    STUBS.given(TEAM, members(count));

    MembersSnapshot all = readAll();

    assertThat(all.isConsistent()).isTrue();
    assertThat(all.members())
        .hasSize(count)
        .extracting(AudienceMember::userId)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-f]{24}"));
    assertThat(STUBS.requestedPages(TEAM)).hasSize(requests);
  }

  @Test
  void theMembersOfTheSpecsTechTeam() {
    List<AudienceMember> ofTheSpec = readAll().members();

    STUBS.given(TEAM);

    assertThat(readAll().members()).isEqualTo(ofTheSpec);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"my-team", "R&D / 北京 50%", "a+b", "63f57d805d8ecbf46f5b5278", "a?b#c", "😀"})
  void anyAudience(String audience) {
    STUBS.given(audience, members("one"));

    assertThat(list(audience)).extracting(AudienceMember::userId).containsExactly("one");
    assertThat(STUBS.requestedPages(audience)).containsExactly(1);
    assertThatThrownBy(() -> list(audience + "2").page(1)).hasMessageContaining("404");
  }

  @Test
  void membersWithAllTheirFields() {
    AudienceMember member =
        AudienceMember.builder()
            .userId("one")
            .additionalProperty("department", "Research")
            .additionalProperty("languages", List.of("English", "French"))
            .build();
    STUBS.given(TEAM, members(List.of(member)));

    assertThat(list(TEAM)).containsExactly(member);
  }

  @ParameterizedTest
  @CsvSource({"100, 3", "1000, 3", "50, 5"})
  void thePageSizeOfTheServerIsTheMaximum(int pageSize, int requests) {
    STUBS.given(TEAM, members(250));
    try (var client = STUBS.builder().pageSize(pageSize).build()) {
      MembersSnapshot all = client.members(TEAM).parallelism(4).readAll();

      assertThat(all.isConsistent()).isTrue();
      assertThat(all.members()).hasSize(250);
      assertThat(STUBS.requestedPages(TEAM)).hasSize(requests);
    }
  }

  @Test
  void aPageSizeOfTheTest() {
    STUBS.given(TEAM, members(5), pagesOf(2));

    assertThat(list(TEAM).stream()).hasSize(5);
    assertThat(STUBS.requestedPages(TEAM)).containsExactly(1, 2, 3);
    assertThat(list(TEAM).page(3).members()).hasSize(1);
  }

  @Test
  void aListThatDriftsInEachReading() {
    STUBS.given(TEAM, members(250), drifting());

    assertThatThrownBy(
            () -> list(TEAM).readAll(ReadPolicy.untilConsistent(2).withWait(Duration.ZERO)))
        .isInstanceOfSatisfying(
            InconsistentListingException.class,
            thrown -> {
              TraversalReport report = thrown.report();
              assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
              assertThat(report.firstTotalResults()).isEqualTo(250);
              assertThat(report.lastTotalResults()).isEqualTo(249);
              assertThat(thrown.snapshot().members())
                  .hasSize(249)
                  .extracting(AudienceMember::userId)
                  .doesNotContain(memberId(101));
            });
    assertThat(STUBS.requestedPages(TEAM)).containsExactly(1, 2, 3, 1, 2, 3);
  }

  @Test
  void nobodyHasLeftWhileTheListDrifts() {
    STUBS.given(TEAM, members(102), drifting());

    MembershipChanges changes =
        list(TEAM).changesSince(KnownMembers.ofIds(List.of(memberId(101), "absent")), NO_WAIT);

    assertThat(changes.left()).isEmpty();
    assertThat(changes.unconfirmed()).hasSize(2);
    assertThat(changes.joined()).hasSize(101);
  }

  @Test
  void anIncompleteList() {
    STUBS.given(TEAM, members(250), incomplete());

    MembersSnapshot all = readAll();

    assertThat(all.report().verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(all.members())
        .hasSize(249)
        .extracting(AudienceMember::userId)
        .doesNotContain(memberId(2));
    assertThat(list(TEAM).stream()).hasSize(249);
  }

  @Test
  void anEmptyPage() {
    STUBS.given(TEAM, members(250), emptyPage(2));

    MembersSnapshot all = readAll();

    assertThat(all.report().verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(all.report().evidence()).anyMatch(line -> line.contains("2"));
    assertThat(all.members()).hasSize(150);
    assertThatThrownBy(() -> list(TEAM).stream().count())
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void membersWhoLeaveAndJoinBetweenReadings() {
    STUBS.given(TEAM, joins("new-1", "new-2"), leavesBetweenReadings(memberId(3)), members(20));

    KnownMembers firstNight = KnownMembers.of(readAll().members());
    MembershipChanges changes = list(TEAM).changesSince(firstNight, NO_WAIT);

    assertThat(changes.left()).extracting(AudienceMember::userId).containsExactly(memberId(3));
    assertThat(changes.joined())
        .extracting(AudienceMember::userId)
        .containsExactly("new-1", "new-2");
    assertThat(changes.unchanged()).isEqualTo(19);
    assertThat(changes.reports())
        .hasSize(3)
        .extracting(TraversalReport::verdict)
        .containsOnly(Verdict.CONSISTENT);
  }

  @Test
  void aRefusedRequestBeginsNoReading() {
    STUBS.given(TEAM, members("stays", "leaves"), leavesBetweenReadings("leaves"), failsOnce(500));

    assertThat(readAll().members()).hasSize(2);
    assertThat(readAll().members()).hasSize(1);
  }

  @Test
  void aListThatTheTestChanges() {
    STUBS.given(TEAM, members("one", "two"));
    assertThat(readAll().members()).hasSize(2);

    STUBS.given(TEAM, members("two"));
    assertThat(readAll().members()).extracting(AudienceMember::userId).containsExactly("two");
  }
}
