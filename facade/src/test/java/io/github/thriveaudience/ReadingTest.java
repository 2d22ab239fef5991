package io.github.thriveaudience;

import static io.github.thriveaudience.BrokenOffReadingTest.reportOf;
import static io.github.thriveaudience.internal.listing.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        read(new FakePages(page -> FakePages.page(ids(page * 10, page * 10 + 10), page, 10, 15)));

    assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(report.evidence())
        .contains("20 members were delivered, 5 more than the 15 that the server announced.");
  }

  @Test
  void fewerMembersThanAnnouncedAreIncomplete() {
    TraversalReport report =
        read(new FakePages(page -> FakePages.page(ids(page * 10, page * 10 + 9), page, 10, 20)));

    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence())
        .contains("18 members were delivered, 2 fewer than the 20 that the server announced.");
  }

  @Test
  void aDuplicateIsDeliveredOnceAndMakesTheReadingIncomplete() {
    FakePages shifted =
        new FakePages(page -> FakePages.page(ids(page * 9, page * 9 + 10), page, 10, 20));

    TraversalReport report = read(shifted);

    assertThat(delivered).isEqualTo(ids(9, 28)).doesNotHaveDuplicates();
    assertThat(report.members()).isEqualTo(19);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence()).contains("1 duplicate was left out.");
  }

  @Test
  void aMemberOf40PagesIsDeliveredOnce() {
    FakePages source =
        new FakePages(
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
        new FakePages(
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
        new FakePages(
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
  void aReadingFromBeyondTheLastPageSaysSo() {
    TraversalReport report = members(FakePages.of(25)).startingAt(4).readAll().report();

    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence())
        .contains(
            "The reading started at page 4: it does not include pages 1 to 3.",
            "The list ends before page 4.");
  }

  @Test
  void untilConsistentRefusesAnotherFirstPage() {
    FakePages source = FakePages.of(25);
    Members rest = members(source).startingAt(2);

    assertThatIllegalStateException()
        .isThrownBy(() -> rest.readAll(ReadPolicy.untilConsistent(1)))
        .withMessage("untilConsistent reads from the first page: leave out startingAt and resume");
    assertThat(source.asked).isEmpty();
    assertThat(rest.startingAt(1).readAll(ReadPolicy.untilConsistent(1)).members()).hasSize(25);
  }

  @Test
  void anExceptionIsSerializedWithItsReport() throws Exception {
    Throwable failure =
        catchThrowable(() -> members(totals(25, 24, 25)).readAll(ReadPolicy.untilConsistent(1)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(failure);

    Object arrived =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat(((InconsistentListingException) arrived).report())
        .isEqualTo(((InconsistentListingException) failure).report());
    assertThatIllegalStateException()
        .as("the snapshot, which has personal data, is not serialized")
        .isThrownBy(((InconsistentListingException) arrived)::snapshot);
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 3", "3, 3"})
  void readsAgainUntilConsistent(int consistentAt, int maxReads) {
    AtomicInteger reads = new AtomicInteger();
    FakePages source =
        new FakePages(
            page -> {
              int read = page == 1 ? reads.incrementAndGet() : reads.get();
              return FakePages.page(page == 2 && read < consistentAt ? 24 : 25, page);
            });

    MembersSnapshot snapshot = members(source).readAll(ReadPolicy.untilConsistent(maxReads));

    assertThat(snapshot.isConsistent()).isTrue();
    assertThat(snapshot.report().requests()).isEqualTo(3);
    assertThat(reads).hasValue(consistentAt);
  }

  @Test
  void failsWhenNoReadingIsConsistent() {
    FakePages source = totals(25, 24, 25);
    FailedReadings listener = new FailedReadings();

    Throwable failure =
        catchThrowable(
            () -> members(source).onProgress(listener).readAll(ReadPolicy.untilConsistent(2)));

    assertThat(failure)
        .isInstanceOf(InconsistentListingException.class)
        .hasMessage(
            "None of 2 readings of audience \"tech-team\" of TEST was consistent. The last one was"
                + " DRIFTED: totalResults changed 2 times, first from 25 to 24 at page 2. There"
                + " were no duplicates. 25 members were delivered, as many as the server announced.");
    assertThat(((InconsistentListingException) failure).report().verdict())
        .isEqualTo(Verdict.DRIFTED);
    assertThat(((InconsistentListingException) failure).snapshot().members()).hasSize(25);
    assertThat(listener.only()).isEqualTo(((InconsistentListingException) failure).report());
    assertThat(source.asked).hasSize(6);
    assertThat(source.waits).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void untilConsistentOnceReadsOnce() {
    FakePages source = totals(25, 24, 25);

    assertThatThrownBy(() -> members(source).readAll(ReadPolicy.untilConsistent(1)))
        .isInstanceOf(InconsistentListingException.class);
    assertThat(source.asked).hasSize(3);
    assertThat(source.waits).isEmpty();
  }

  @Test
  void waitsBetweenReadingsForTheTimeOfThePolicy() {
    FakePages source = totals(25, 24, 25);
    ReadPolicy policy = ReadPolicy.untilConsistent(4);

    assertThatThrownBy(() -> members(source).readAll(policy.withWait(Duration.ofHours(2))))
        .isInstanceOf(InconsistentListingException.class);
    assertThat(source.waits).hasSize(3).containsOnly(Duration.ofHours(2));

    assertThatThrownBy(() -> members(source).readAll(policy.withWait(Duration.ZERO)))
        .isInstanceOf(InconsistentListingException.class);
    assertThat(source.waits).hasSize(3);
  }

  @Test
  void aClientThatIsClosedDuringTheWaitLeavesTheReportToTheListener() {
    FakePages source = totals(25, 24, 25);
    IllegalStateException closed = new IllegalStateException("this client is closed");
    source.onPause =
        () -> {
          throw closed;
        };

    FailedReadings listener = new FailedReadings();

    assertThatThrownBy(
            () -> members(source).onProgress(listener).readAll(ReadPolicy.untilConsistent(3)))
        .isSameAs(closed);
    assertThat(listener.only().verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(listener.only().members()).isEqualTo(25);
    assertThat(closed).hasNoSuppressedExceptions();
    assertThat(source.asked).hasSize(3);
  }

  @Test
  void anInterruptionEndsTheWait() {
    FakePages source = totals(25, 24, 25);
    source.onPause =
        () -> {
          throw new InterruptedException();
        };

    assertThatThrownBy(() -> members(source).readAll(ReadPolicy.untilConsistent(3)))
        .isInstanceOf(ThriveInterruptedException.class)
        .hasMessage(
            "The thread was interrupted between two readings of audience \"tech-team\" of TEST.")
        .satisfies(failure -> assertThat(reportOf(failure).members()).isEqualTo(25));
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 21})
  void refusesAPolicyOutOfRange(int reads) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadPolicy.untilConsistent(reads))
        .withMessage("maxReads must be 1 to 20, but was " + reads);
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

  /** Pages that announce these totals, one after the other. */
  private static FakePages totals(int... totals) {
    return new FakePages(
        page -> {
          List<String> ids = ids(page * 10 - 10, Math.min(page * 10, 25));
          return FakePages.page(ids, page, 10, totals[page - 1]);
        });
  }

  private static Members members(FakePages source) {
    return new DefaultMembers(source, Runnable::run, Time.SYSTEM);
  }
}
