package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verdicts of the fake client, and members that join and leave between its readings. */
class FakeVerdictsTest extends FakeTeamFixture {
  @Test
  void aListThatChangesDuringAReadingDrifts() {
    TraversalReport report =
        fake.members("tech-team").onProgress(progress -> team.members(24)).read(member -> {});

    assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
  }

  @ParameterizedTest
  @EnumSource
  void hasTheVerdictThatATestAsksForWhateverThePages(Verdict verdict) {
    team.verdicts(verdict);

    for (int members : List.of(1, 9, 10, 11, 20, 25)) {
      team.members(members);
      for (int pageSize : List.of(1, 10, 1000)) {
        fake.pageSize(pageSize);
        MembersSnapshot read = fake.members("tech-team").parallelism(4).readAll();
        assertThat(read.report().verdict()).isEqualTo(verdict);
        assertThat(read.members()).isEqualTo(TestMembers.of(members));
      }
    }
  }

  @Test
  void anEmptyAudienceCanBeIncompleteButCannotDrift() {
    team.members();

    assertThat(read().isConsistent()).isTrue();
    team.incomplete();
    assertThat(read().report().verdict()).isEqualTo(Verdict.INCOMPLETE);
    team.drifting();
    assertThatIllegalStateException()
        .isThrownBy(this::read)
        .withMessage("audience \"tech-team\" cannot drift: it has no members");
  }

  @Test
  void verdictsComeInTurn() {
    team.verdicts(Verdict.DRIFTED, Verdict.INCOMPLETE, Verdict.CONSISTENT);

    MembersSnapshot read = fake.members("tech-team").readAll(ReadPolicy.untilConsistent(5));

    assertThat(read.isConsistent()).isTrue();
    assertThat(team.readings()).isEqualTo(3);
    assertThat(team.waits()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(read().isConsistent()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(team::verdicts)
        .withMessage("inTurn must not be empty");
  }

  @Test
  void loopsAndPagesHaveNoVerdict() {
    team.incomplete();

    assertThat(fake.members("tech-team").stream()).hasSize(25);
    assertThat(fake.members("tech-team").page(3).totalResults()).isEqualTo(25);
    assertThat(read().isConsistent()).isFalse();
  }

  @Test
  void membersJoinAndLeaveBetweenReadings() {
    team.leavesBetweenReadings(TestMembers.id(1), "nobody").joins(TestMembers.member(26));

    assertThat(read().members()).isEqualTo(TestMembers.of(25));
    assertThat(read().members()).isEqualTo(TestMembers.of(26).subList(1, 26));
  }

  @Test
  void whoLeavesBetweenTheReadingsOfAComparisonIsNotReportedYet() {
    team.leavesBetweenReadings(TestMembers.id(1));
    KnownMembers known = KnownMembers.of(TestMembers.of(26));

    MembershipChanges changes = fake.members("tech-team").changesSince(known);
    MembershipChanges next = fake.members("tech-team").changesSince(changes.newState());

    assertThat(changes.left()).containsExactly(TestMembers.member(26));
    assertThat(next.left()).containsExactly(TestMembers.member(1));
  }

  @Test
  void noWaitTakesTime() {
    ChangePolicy patient = ChangePolicy.defaults().withAttempts(20).withWait(Duration.ofDays(1));
    team.drifting();
    long begin = System.nanoTime();

    MembershipChanges changes =
        fake.members("tech-team")
            .changesSince(KnownMembers.of(List.of(TestMembers.member(99))), patient);

    assertThat(changes.unconfirmed()).containsExactly(TestMembers.member(99));
    assertThat(team.waits()).hasSize(19).containsOnly(Duration.ofDays(1));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }
}
