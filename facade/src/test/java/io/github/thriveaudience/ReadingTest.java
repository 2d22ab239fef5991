package io.github.thriveaudience;

import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.internal.listing.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@code read} and {@code readAll} deliver and report. */
class ReadingTest {
  private final List<String> delivered = new ArrayList<>();

  @Test
  void anUnchangedListIsConsistent() {
    MembersSnapshot snapshot = members(FakePages.of(25)).readAll();

    assertThat(snapshot.members()).extracting(AudienceMember::userId).isEqualTo(ids(0, 25));
    assertThat(snapshot.isConsistent()).isTrue();
    assertThat(snapshot.report())
        .isEqualTo(
            TraversalReport.builder()
                .verdict(Verdict.CONSISTENT)
                .evidence(
                    List.of(
                        "There were no duplicates.",
                        "25 members were delivered, as many as the server announced."))
                .members(25)
                .pages(3)
                .requests(3)
                .firstTotalResults(25L)
                .lastTotalResults(25L)
                .build());
  }

  @Test
  void anEmptyAudienceIsConsistent() {
    TraversalReport report = read(FakePages.of(0));

    assertThat(report.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(report.pages()).isEqualTo(1);
  }

  @Test
  void changedTotalsAreADrift() {
    TraversalReport report = read(totals(25, 24, 25));

    assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(report.firstTotalResults()).isEqualTo(25);
    assertThat(report.lastTotalResults()).isEqualTo(25);
    assertThat(report.evidence())
        .contains("totalResults changed 2 times, first from 25 to 24 at page 2.");
  }

  @Test
  void moreMembersThanAnnouncedAreADrift() {
    TraversalReport report =
        read(
            FakePages.returning(
                page -> FakePages.page(ids(page * 10, page * 10 + 10), page, 10, 15)));

    assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(report.evidence())
        .contains("20 members were delivered, 5 more than the 15 that the server announced.");
  }

  @Test
  void fewerMembersThanAnnouncedAreIncomplete() {
    TraversalReport report =
        read(
            FakePages.returning(
                page -> FakePages.page(ids(page * 10, page * 10 + 9), page, 10, 20)));

    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence())
        .contains("18 members were delivered, 2 fewer than the 20 that the server announced.");
  }

  @Test
  void aDuplicateIsDeliveredOnceAndMakesTheReadingIncomplete() {
    FakePages shifted =
        FakePages.returning(page -> FakePages.page(ids(page * 9, page * 9 + 10), page, 10, 20));

    TraversalReport report = read(shifted);

    assertThat(delivered).isEqualTo(ids(9, 28)).doesNotHaveDuplicates();
    assertThat(report.members()).isEqualTo(19);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence()).contains("1 duplicate was left out.");
  }

  @Test
  void aMemberOnEachOf40PagesIsDeliveredOnce() {
    FakePages source =
        FakePages.returning(
            page -> {
              List<String> ids = new ArrayList<>(ids(page * 999 - 999, page * 999));
              ids.add("everywhere");
              return FakePages.page(ids, page, 1000, 40_000);
            });

    TraversalReport report = read(source);

    assertThat(delivered).hasSize(40 * 999 + 1).doesNotHaveDuplicates();
    assertThat(report.duplicates()).isEqualTo(39);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence()).contains("39 duplicates were left out.");
  }

  @Test
  void aLargeShuffledAudienceIsDeliveredWithoutDuplicates() {
    int size = 30_000;
    Random random = new Random(7);
    List<String> all = new ArrayList<>(ids(0, size));
    FakePages source =
        FakePages.returning(
            page -> {
              Collections.shuffle(all, random);
              return FakePages.page(all.subList(page * 1000 - 1000, page * 1000), page, 1000, size);
            });

    TraversalReport report = read(source);

    assertThat(delivered).doesNotHaveDuplicates();
    assertThat(report.members() + report.duplicates()).isEqualTo(size);
  }

  @Test
  void aChangedPageSizeIsADriftAndNoException() {
    FakePages halved =
        FakePages.returning(
            page ->
                page == 1
                    ? FakePages.page(ids(0, 10), 1, 10, 20)
                    : FakePages.page(ids(page * 5 - 5, page * 5), page, 5, 20));

    TraversalReport report = read(halved);

    assertThat(delivered).isEqualTo(ids(0, 20));
    assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(report.evidence())
        .contains(
            "perPage changed from 10 to 5 at page 2.", "totalPages changed from 2 to 4 at page 2.");
  }

  @Test
  void aReadingFromPage2IsIncomplete() {
    MembersSnapshot rest = members(FakePages.of(25)).startingAt(2).readAll();

    assertThat(rest.members()).extracting(AudienceMember::userId).isEqualTo(ids(10, 25));
    assertThat(rest.isConsistent()).isFalse();
    assertThat(rest.report().verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(rest.report().firstPage()).isEqualTo(2);
    assertThat(rest.report().evidence())
        .containsExactly(
            "The reading started at page 2: it does not include page 1.",
            "There were no duplicates.",
            "15 members were delivered, as many as the server announced from page 2 on.");
  }

  @Test
  void theReportOfAReadingFromBeyondTheLastPageSaysSo() {
    TraversalReport report = members(FakePages.of(25)).startingAt(4).readAll().report();

    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence())
        .contains(
            "The reading started at page 4: it does not include pages 1 to 3.",
            "The list ends before page 4.");
  }

  @Test
  void aSnapshotShowsNoMember() {
    assertThat(members(FakePages.of(25)).readAll().toString())
        .contains("members=25", "CONSISTENT")
        .doesNotContain("id-");
  }

  private TraversalReport read(FakePages source) {
    return members(source).read(member -> delivered.add(member.userId()));
  }

  /** The pages of an audience of 25 members that announce these totals, one after the other. */
  static FakePages totals(int... totals) {
    return FakePages.returning(
        page -> {
          List<String> ids = ids(page * 10 - 10, Math.min(page * 10, 25));
          return FakePages.page(ids, page, 10, totals[page - 1]);
        });
  }
}
