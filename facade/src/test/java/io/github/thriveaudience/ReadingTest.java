package io.github.thriveaudience;

import static io.github.thriveaudience.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.internal.Time;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code read} and {@code readAll} deliver and report. */
class ReadingTest {
  private final List<String> delivered = new ArrayList<>();

  @Test
  void aListThatKeepsStillIsConsistent() {
    MembersSnapshot snapshot = members(FakePages.of(25)).readAll();

    assertThat(snapshot.members()).extracting(AudienceMember::userId).isEqualTo(ids(0, 25));
    assertThat(snapshot.isConsistent()).isTrue();
    assertThat(snapshot.report())
        .isEqualTo(
            new TraversalReport(
                Verdict.CONSISTENT,
                List.of(
                    "No member came twice.", "25 members came, as many as the server announced."),
                25,
                0,
                3,
                3,
                25L,
                25L,
                null));
  }

  @Test
  void anEmptyAudienceIsConsistent() {
    TraversalReport report = read(FakePages.of(0));

    assertThat(report.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(report.pages()).isEqualTo(1);
  }

  @Test
  void totalsThatChangeAreADrift() {
    TraversalReport report = read(totals(25, 24, 25));

    assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(report.firstTotalResults()).isEqualTo(25);
    assertThat(report.lastTotalResults()).isEqualTo(25);
    assertThat(report.evidence())
        .contains("totalResults changed 2 times, first from 25 to 24 at page 2.");
  }

  @Test
  void moreThanAnnouncedAreADrift() {
    TraversalReport report =
        read(new FakePages(page -> FakePages.page(ids(page * 10, page * 10 + 10), page, 10, 15)));

    assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(report.evidence())
        .contains("20 members came, 5 more than the 15 that the server announced.");
  }

  @Test
  void fewerThanAnnouncedAreIncomplete() {
    TraversalReport report =
        read(new FakePages(page -> FakePages.page(ids(page * 10, page * 10 + 9), page, 10, 20)));

    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence())
        .contains("18 members came, 2 fewer than the 20 that the server announced.");
  }

  @Test
  void whoComesTwiceIsDeliveredOnceAndHasPushedSomebodyOut() {
    FakePages shifted =
        new FakePages(page -> FakePages.page(ids(page * 9, page * 9 + 10), page, 10, 20));

    TraversalReport report = read(shifted);

    assertThat(delivered).isEqualTo(ids(9, 28)).doesNotHaveDuplicates();
    assertThat(report.members()).isEqualTo(19);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence()).contains("1 member came again.");
  }

  @Test
  void anAudienceTooLargeToRememberIsJudgedByASampleOfIt() {
    FakePages twice =
        new FakePages(
            page -> {
              int from = (page - 1) % 30 * 1000;
              return FakePages.page(ids(from, from + 1000), page, 1000, 60_000);
            });

    TraversalReport report = read(twice);

    assertThat(report.duplicates()).isBetween(1000L, 29_000L);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence())
        .contains(
            report.duplicates()
                + " members came again, as far as the latest pages and a sample of the others"
                + " show.");
  }

  @Test
  void aPageSizeThatChangesIsADriftAndNoException() {
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
  void aLargeAudienceSaysThatASampleWasCompared() {
    TraversalReport report = read(FakePages.of(20_000));

    assertThat(report.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(report.evidence().get(0))
        .isEqualTo(
            "No member came twice, as far as the latest pages and a sample of the others show.");
  }

  @Test
  void theRestIsJudgedAsTheRest() {
    MembersSnapshot rest = members(FakePages.of(25)).startingAt(2).readAll();

    assertThat(rest.members()).extracting(AudienceMember::userId).isEqualTo(ids(10, 25));
    assertThat(rest.report().verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void aBeginningBeyondTheEndIsADrift() {
    TraversalReport report = members(FakePages.of(25)).startingAt(4).readAll().report();

    assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(report.evidence())
        .contains("The list ends before the page that the traversal began with.");
  }

  @Test
  void theReportTravelsWithItsException() throws Exception {
    Throwable failure =
        catchThrowable(() -> members(totals(25, 24, 25)).readAll(ReadPolicy.untilConsistent(1)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(failure);

    Object arrived =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat(((InconsistentListingException) arrived).report())
        .isEqualTo(((InconsistentListingException) failure).report());
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

    Throwable failure =
        catchThrowable(() -> members(source).readAll(ReadPolicy.untilConsistent(2)));

    assertThat(failure)
        .isInstanceOf(InconsistentListingException.class)
        .hasMessage(
            "None of 2 readings of audience \"tech-team\" of TEST was consistent. The last one was"
                + " DRIFTED: totalResults changed 2 times, first from 25 to 24 at page 2. No member"
                + " came twice. 25 members came, as many as the server announced.");
    assertThat(((InconsistentListingException) failure).report().verdict())
        .isEqualTo(Verdict.DRIFTED);
    assertThat(source.asked).hasSize(6);
  }

  @Test
  void oneReadingThatMustBeConsistentIsNotRepeated() {
    FakePages source = totals(25, 24, 25);

    assertThatThrownBy(() -> members(source).readAll(ReadPolicy.untilConsistent(1)))
        .isInstanceOf(InconsistentListingException.class);
    assertThat(source.asked).hasSize(3);
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
    return new Members(source, Runnable::run, Time.SYSTEM);
  }
}
