package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the fake client does beyond what every client does. */
class FakeAudienceMembersTest {
  private final FakeAudienceMembers fake = new FakeAudienceMembers().pageSize(10);
  private final FakeAudience team = fake.audience("tech-team").members(25);

  private MembersSnapshot read() {
    return fake.members("tech-team").readAll();
  }

  @Test
  void recordsWhatWasRequested() {
    read();
    fake.members("tech-team").page(2);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> fake.members("other").page(1));

    assertThat(team.requests()).containsExactly(1, 2, 3, 2);
    assertThat(team.readings()).isEqualTo(2);
    assertThat(fake.requests())
        .containsExactly("tech-team", "tech-team", "tech-team", "tech-team", "other");
  }

  @Test
  void aProgramThatStopsEarlyRequestsNoMoreThanTheNextPage() {
    assertThat(fake.members("tech-team").stream().limit(5)).hasSize(5);

    assertThat(team.requests()).containsExactly(1, 2);
  }

  @Test
  void changesOfTheListAreSeenAtOnce() {
    team.remove(TestMembers.id(1))
        .add(TestMembers.member(26))
        .replace(AudienceMember.builder().userId(TestMembers.id(2)).build());

    assertThat(read().members())
        .hasSize(25)
        .startsWith(AudienceMember.builder().userId(TestMembers.id(2)).build())
        .endsWith(TestMembers.member(26));
  }

  @Test
  void aListThatChangesDuringAReadingDrifts() {
    TraversalReport report =
        fake.members("tech-team").onProgress(progress -> team.members(24)).read(member -> {});

    assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
  }

  @Test
  void contradictingMembersAreRefused() {
    AudienceMember first = TestMembers.member(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.members(first, TestMembers.member(2), first))
        .withMessage("members[0] and members[2] have the same userId");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.add(first))
        .withMessage(first.userId() + " is a member of audience \"tech-team\" already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.remove("nobody"))
        .withMessage("nobody is no member of audience \"tech-team\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.replace(TestMembers.member(99)))
        .withMessage(TestMembers.id(99) + " is no member of audience \"tech-team\"");
    assertThat(read().members()).isEqualTo(TestMembers.of(25));
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
  void failsOnceAndRecovers() {
    team.failsOnce(503).failsOnce(403);

    assertThatExceptionOfType(ServerErrorException.class)
        .isThrownBy(this::read)
        .withMessage(
            "FAKE responded with 503 for audience \"tech-team\": the server or a gateway before it"
                + " failed. Try again later.");
    assertThatExceptionOfType(ForbiddenException.class).isThrownBy(this::read);
    assertThat(read().members()).hasSize(25);
  }

  @Test
  void failsUntilItRecovers() {
    ThriveConnectionException refused = new ThriveConnectionException("connection refused", null);
    team.fails(refused);

    assertThatThrownBy(this::read).isSameAs(refused);
    assertThatThrownBy(this::read).isSameAs(refused);
    team.recovers();
    assertThat(read().members()).hasSize(25);
    team.fails(() -> new MalformedResponseException("odd"));
    assertThatExceptionOfType(MalformedResponseException.class).isThrownBy(this::read);
  }

  @Test
  void aReadingThatFailsAtAPageIsResumed() {
    team.failsOnceAtPage(3, new ThriveConnectionException("connection reset", null));

    assertThatExceptionOfType(ThriveConnectionException.class)
        .isThrownBy(this::read)
        .satisfies(
            failure -> {
              TraversalReport report = Objects.requireNonNull(failure.report());
              assertThat(report.members()).isEqualTo(20);
              assertThat(report.nextPage()).isEqualTo(3);
              MembersSnapshot whole = fake.members("tech-team").resume(report).readAll();
              assertThat(whole.members()).isEqualTo(TestMembers.of(25));
              assertThat(whole.isConsistent()).isTrue();
            });
  }

  @Test
  void failsForAllAudiences() {
    fake.audience("sales");
    fake.fails(() -> new MalformedResponseException("odd"));

    for (String audience : List.of("tech-team", "sales", "unknown")) {
      assertThatExceptionOfType(MalformedResponseException.class)
          .isThrownBy(() -> fake.members(audience).readAll());
    }
    fake.recovers();
    assertThat(read().members()).hasSize(25);
  }

  @ParameterizedTest
  @CsvSource({"200", "204", "99", "600", "-1"})
  void aStatusThatIsNoErrorIsRefused(int status) {
    String message = "status must be one of an error, 100 to 599 and not 2xx, but was " + status;

    assertThatIllegalArgumentException().isThrownBy(() -> team.fails(status)).withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.failsOnce(status))
        .withMessage(message);
    assertThat(read().members()).hasSize(25);
  }

  @Test
  void aRemovedAudienceIsNotFound() {
    fake.remove("tech-team").remove("unknown");

    assertThatExceptionOfType(NotFoundException.class).isThrownBy(this::read);
  }

  @Test
  void hasTheNameOfAnEnvironmentSoThatItsStatesCanBeCompared() {
    FakeAudienceMembers production = new FakeAudienceMembers(ThriveEnvironment.PRODUCTION);
    production.audience("tech-team").members(1);
    MembershipState state =
        MembershipState.of("tech-team", "PRODUCTION", Instant.EPOCH, Verdict.CONSISTENT, List.of());

    assertThat(production.members("tech-team").changesSince(state).joined()).hasSize(1);
    assertThat(production).hasToString("FakeAudienceMembers[PRODUCTION]");
    assertThat(production.members("tech-team"))
        .hasToString("Members[audience \"tech-team\" of PRODUCTION]");
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

  @Test
  void knowsWhetherItWasClosed() {
    assertThat(fake.isClosed()).isFalse();
    fake.close();
    assertThat(fake.isClosed()).isTrue();
    assertThat(team.members(3).readings()).isZero();
  }

  @Test
  void aBadNameOrPageSizeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fake.audience(" "))
        .withMessage("audience must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fake.pageSize(1001))
        .withMessage("pageSize must be 1 to 1000, but was 1001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.failsOnceAtPage(0, new MalformedResponseException("odd")))
        .withMessage("page must be 1 or more, but was 0");
  }

  @Test
  void isReadByManyThreadsAtOnce() {
    List<Integer> sizes =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> fake.members("tech-team").readAll().members().size())
            .toList();

    assertThat(sizes).hasSize(200).containsOnly(25);
    assertThat(team.readings()).isEqualTo(200);
    assertThat(team.requests()).hasSize(600);
  }
}
