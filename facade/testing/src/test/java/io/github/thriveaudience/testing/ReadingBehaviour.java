package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalProgress;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How members are read. */
abstract class ReadingBehaviour extends ClientBehaviour {
  private static final ReadPolicy TWICE = ReadPolicy.untilConsistent(2).withWait(Duration.ZERO);

  ReadingBehaviour(Clients clients) {
    super(clients);
  }

  @Test
  void everyWayOfReadingDeliversTheSameMembersInOrder() {
    List<AudienceMember> looped = new ArrayList<>();
    for (AudienceMember member : techTeam()) {
      looped.add(member);
    }
    List<AudienceMember> read = new ArrayList<>();
    TraversalReport unused = techTeam().read(read::add);
    List<AudienceMember> paged = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      paged.addAll(techTeam().page(page).members());
    }

    assertThat(looped).hasSize(250).doesNotHaveDuplicates();
    assertThat(techTeam().stream()).isEqualTo(looped);
    assertThat(techTeam().parallelism(8).readAll().members()).isEqualTo(looped);
    assertThat(read).isEqualTo(looped);
    assertThat(paged).isEqualTo(looped);
  }

  @Test
  void aPageHasTheFiguresOfTheServer() {
    MembersPage last = techTeam().page(3);

    assertThat(last.members()).hasSize(50);
    assertThat(last.page()).isEqualTo(3);
    assertThat(last.perPage()).isEqualTo(100);
    assertThat(last.totalResults()).isEqualTo(250);
    assertThat(last.totalPages()).isEqualTo(3);
    assertThat(last.hasNext()).isFalse();
    assertThat(techTeam().page(2).hasNext()).isTrue();
    assertThat(techTeam().page(4).members()).isEmpty();
    assertThat(techTeam().deadline(Duration.ofMinutes(1)).page(3)).isEqualTo(last);
  }

  @Test
  void aReportOfAllMembersIsConsistent() {
    assertThat(techTeam().readAll().report())
        .isEqualTo(
            TraversalReport.builder()
                .verdict(Verdict.CONSISTENT)
                .evidence(
                    List.of(
                        "There were no duplicates.",
                        "250 members were delivered, as many as the server announced."))
                .members(250)
                .pages(3)
                .requests(3)
                .firstTotalResults(250L)
                .lastTotalResults(250L)
                .build());
  }

  @Test
  void anEmptyAudienceIsRead() {
    MembersSnapshot nobody = client().members("empty-team").readAll();

    assertThat(nobody.members()).isEmpty();
    assertThat(nobody.isConsistent()).isTrue();
    assertThat(nobody.report().pages()).isEqualTo(1);
    assertThat(client().members("empty-team").stream()).isEmpty();
    assertThat(client().members("empty-team").page(1).totalPages()).isZero();
  }

  @Test
  void aMemberMayHaveAnIdAlone() {
    AudienceMember only = client().members("one-member-team").stream().toList().get(0);

    assertThat(only.userId()).isEqualTo("65c2d71f0a4b98e36d170001");
    assertThat(only.reference()).isNull();
    assertThat(only.email()).isNull();
    assertThat(only.additionalProperties()).containsEntry("unheardOf", "en-GB");
  }

  @Test
  void aReadingOfThePagesFromTheSecondOnIsIncomplete() {
    MembersSnapshot rest = techTeam().startingAt(2).readAll();

    assertThat(rest.members()).hasSize(150);
    assertThat(rest.report().verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(rest.report().firstPage()).isEqualTo(2);
    assertThat(rest.report().evidence())
        .contains("The reading started at page 2: it does not include page 1.");
  }

  @Test
  void anAudienceThatChangesWhileItIsReadHasDrifted() {
    MembersSnapshot read = client().members("drifting-team").readAll();

    assertThat(read.members()).hasSize(250);
    assertThat(read.report().verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(read.report().evidence())
        .anySatisfy(why -> assertThat(why).startsWith("totalResults changed from "));
  }

  @Test
  void anAudienceWhoseServerLeavesMembersOutIsIncomplete() {
    MembersSnapshot read = client().members("incomplete-team").readAll();

    assertThat(read.report().verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(read.report().evidence())
        .anySatisfy(why -> assertThat(why).contains(" fewer than the "));
  }

  @Test
  void noConsistentReadingIsAnExceptionIfThePolicyDemandsOne() {
    List<TraversalProgress> progress = new ArrayList<>();
    Members drifting = client().members("drifting-team").onProgress(progress::add);

    assertThatExceptionOfType(InconsistentListingException.class)
        .isThrownBy(() -> drifting.readAll(TWICE))
        .withMessageStartingWith(
            "None of 2 readings of " + subject("drifting-team") + " was consistent.")
        .satisfies(failure -> assertThat(failure.snapshot().members()).hasSize(250));
    assertThat(progress).extracting(TraversalProgress::reading).containsExactly(1, 1, 1, 2, 2, 2);
  }

  @Test
  void aWaitThatTheDeadlineDoesNotAllowIsNotBegun() {
    ReadPolicy patient = ReadPolicy.untilConsistent(2).withWait(Duration.ofHours(1));

    assertThatExceptionOfType(ThriveTimeoutException.class)
        .isThrownBy(
            () ->
                client().members("drifting-team").deadline(Duration.ofMinutes(1)).readAll(patient))
        .withMessage(
            "The reading of "
                + subject("drifting-team")
                + " did not end within its deadline of PT1M: it reached the wait of PT1H before"
                + " reading 2 of 2.")
        .satisfies(
            failure ->
                assertThat(failure.earlierFailures())
                    .hasOnlyElementsOfType(InconsistentListingException.class));
  }

  @Test
  void aListenerIsNotifiedOfEachPage() {
    List<String> progress = new ArrayList<>();

    techTeam()
        .onProgress(
            each -> progress.add(each.page() + " of " + each.totalPages() + ": " + each.members()))
        .forEach(member -> {});

    assertThat(progress).containsExactly("1 of 3: 100", "2 of 3: 200", "3 of 3: 250");
  }

  @Test
  void membersNameTheirAudience() {
    assertThat(techTeam()).hasToString("Members[" + subject("tech-team") + "]");
    assertThat(client().membersOfEach(List.of("a", "b"))).hasToString("MembersOfEach[2 audiences]");
  }
}
