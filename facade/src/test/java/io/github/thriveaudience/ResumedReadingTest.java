package io.github.thriveaudience;

import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.Readings.readUntilFull;
import static io.github.thriveaudience.Readings.reportOf;
import static io.github.thriveaudience.error.Serialization.deserialized;
import static io.github.thriveaudience.internal.listing.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failed reading and the one that continues it. */
class ResumedReadingTest {
  private final List<String> delivered = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 11, 19, 20, 37, 44})
  void bothPartsAreTheWholeWhereverTheFirstOneFailed(int membersOfFirstPart) {
    FakePages source = FakePages.of(45);
    TraversalReport first = readUntilFull(members(source), membersOfFirstPart, delivered);
    assertThat(first.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(first.isResumable()).isTrue();

    TraversalReport whole = read(members(source).resume(first));

    assertThat(delivered).isEqualTo(ids(0, 45));
    assertThat(whole)
        .isEqualTo(
            TraversalReport.builder()
                .verdict(Verdict.CONSISTENT)
                .evidence(
                    List.of(
                        "There were no duplicates.",
                        "45 members were delivered, as many as the server announced."))
                .members(45)
                .pages(5)
                .requests(source.requested.size())
                .firstTotalResults(45L)
                .lastTotalResults(45L)
                .build());
  }

  @Test
  void bothPartsAreTheWholeAfterServerErrors() {
    FakePages source = FakePages.of(45).failingOnceAt(1, 3, 4);

    Members members = members(source);
    Throwable failure = catchThrowable(() -> read(members));
    for (int i = 0; i < 2; i++) {
      Members resumed = members.resume(reportOf(failure));
      failure = catchThrowable(() -> read(resumed));
    }
    TraversalReport last = reportOf(failure);
    assertThat(last.nextPage()).isEqualTo(4);
    assertThat(last.members()).isEqualTo(30);

    assertThat(read(members.resume(last)).verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(delivered).isEqualTo(ids(0, 45));
  }

  @Test
  void aChangeBetweenThePartsIsADrift() {
    TraversalReport first = readUntilFull(members(FakePages.of(45)), 25, delivered);

    TraversalReport whole = read(members(FakePages.of(46)).resume(first));

    assertThat(delivered).isEqualTo(ids(0, 46));
    assertThat(whole.verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(whole.evidence()).contains("totalResults changed from 45 to 46 at page 3.");
    assertThat(whole.firstTotalResults()).isEqualTo(45);
    assertThat(whole.lastTotalResults()).isEqualTo(46);
  }

  @Test
  void aMemberShiftedFromThePageBeforeIsADuplicate() {
    TraversalReport first = readUntilFull(members(FakePages.of(45)), 25, delivered);
    List<String> shifted = new ArrayList<>(ids(0, 45));
    shifted.add(0, "new");
    FakePages changed = FakePages.returning(page -> FakePages.page(shifted, page, 10));

    TraversalReport whole = read(members(changed).resume(first));

    assertThat(delivered).isEqualTo(ids(0, 45));
    assertThat(whole.duplicates()).isEqualTo(1);
    assertThat(whole.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void anUndeliveredMemberIsDeliveredFromWhateverPage() {
    TraversalReport first = readUntilFull(members(FakePages.of(45)), 25, delivered);
    List<String> ids = new ArrayList<>(ids(0, 45));
    Collections.swap(ids, 25, 44);
    FakePages swapped = FakePages.returning(page -> FakePages.page(ids, page, 10));
    TraversalReport second = readUntilFull(members(swapped).resume(first), 25, delivered);

    TraversalReport whole = read(members(swapped).resume(second));

    assertThat(delivered).hasSize(45).doesNotHaveDuplicates().contains("id-25", "id-44");
    assertThat(whole.verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void aReportCanBeResumedMoreThanOnce() {
    FakePages source = FakePages.of(45);
    TraversalReport first = readUntilFull(members(source), 25, delivered);
    Members resumed = members(source).resume(first);

    TraversalReport whole = read(resumed);
    List<String> firstTime = List.copyOf(delivered);
    delivered.clear();
    delivered.addAll(ids(0, 25));

    assertThat(read(resumed)).isEqualTo(whole);
    assertThat(delivered).isEqualTo(firstTime);
  }

  @Test
  void aResumedReadAllReturnsTheMembersOfBothParts() {
    FakePages source = FakePages.of(45).failingOnceAt(4);
    Throwable failure = catchThrowable(() -> members(source).readAll());
    TraversalReport first = reportOf(failure);

    MembersSnapshot whole = members(source).resume(first).readAll();

    assertThat(whole.members()).extracting(AudienceMember::userId).isEqualTo(ids(0, 45));
    assertThat(whole.isConsistent()).isTrue();
    assertThat(whole.report().requests()).isEqualTo(6);
    assertThat(members(source).resume(first).readAll()).isEqualTo(whole);
  }

  @Test
  void aReadingFromALaterPageStaysIncomplete() {
    FakePages source = FakePages.of(45);
    TraversalReport first = readUntilFull(members(source).startingAt(2), 12, delivered);

    TraversalReport rest = read(members(source).resume(first));

    assertThat(delivered).isEqualTo(ids(10, 45));
    assertThat(rest.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(rest.firstPage()).isEqualTo(2);
    assertThat(rest.pages()).isEqualTo(4);
  }

  /** A hundred members can have joined at the beginning between the parts. */
  @Test
  void manyKnownPagesAtTheBeginningOfTheSecondPartAreNoEndlessList() {
    TraversalReport first = readUntilFull(members(FakePages.of(900)), 400, delivered);
    List<String> grown = new ArrayList<>(ids(5_000, 5_300));
    grown.addAll(ids(0, 900));
    FakePages source = FakePages.returning(page -> FakePages.page(grown, page, 10));

    TraversalReport whole = read(members(source).resume(first));

    assertThat(delivered).isEqualTo(ids(0, 900));
    assertThat(whole.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void refusesTheReportOfACompletedReading() {
    FakePages source = FakePages.of(45);
    TraversalReport whole = read(members(source));

    assertThat(whole.isResumable()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> members(source).resume(whole))
        .withMessage("the report must be one of a failed reading: this one has no nextPage");
  }

  @Test
  void refusesAReportWithoutTheMembersThatWereRead() {
    FakePages source = FakePages.of(45);
    TraversalReport byHand =
        TraversalReport.builder().verdict(Verdict.INCOMPLETE).nextPage(3).build();
    TraversalReport first = readUntilFull(members(source), 25, delivered);
    TraversalReport copy = deserialized(first);

    assertThat(copy).isEqualTo(first);
    for (TraversalReport empty : List.of(byHand, copy)) {
      assertThat(empty.isResumable()).isFalse();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> members(source).resume(empty))
          .withMessageStartingWith("the report does not carry what was read");
    }
  }

  @Test
  void refusesAReportOfAnotherAudience() {
    TraversalReport first = readUntilFull(members(FakePages.of(45)), 25, delivered);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> members(FakePages.of(1).named("audience \"sales\" of TEST")).resume(first))
        .withMessage(
            "the report is of audience \"tech-team\" of TEST,"
                + " but the audience to read is audience \"sales\" of TEST");
  }

  @Test
  void refusesOtherWaysOfReading() {
    FakePages source = FakePages.of(45).failingOnceAt(4);
    Throwable failure = catchThrowable(() -> members(source).readAll());
    Members ofReadAll = members(source).resume(reportOf(failure));
    Members ofRead = members(source).resume(readUntilFull(members(source), 25, delivered));
    int requests = source.requested.size();

    assertThatIllegalStateException().isThrownBy(() -> ofRead.readAll());
    assertThatIllegalStateException().isThrownBy(() -> ofReadAll.read(member -> {}));
    assertThatIllegalStateException()
        .isThrownBy(() -> ofReadAll.readAll(ReadPolicy.untilConsistent(2)));
    assertThatIllegalStateException().isThrownBy(ofRead::iterator);
    assertThatIllegalStateException().isThrownBy(ofRead::stream);
    assertThatIllegalStateException().isThrownBy(() -> ofRead.forEach(member -> {}));
    assertThat(source.requested).hasSize(requests);
    assertThat(ofRead.page(2)).isEqualTo(FakePages.page(45, 2));
    assertThat(ofRead.startingAt(1)).hasSize(45);
  }

  private TraversalReport read(Members members) {
    return members.read(member -> delivered.add(member.userId()));
  }
}
