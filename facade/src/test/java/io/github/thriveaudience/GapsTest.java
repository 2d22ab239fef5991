package io.github.thriveaudience;

import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.Readings.readUntilFull;
import static io.github.thriveaudience.internal.listing.FakePages.filtered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that leaves members out after it has divided the list into pages. */
class GapsTest {
  private final List<String> delivered = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anEmptyPageIsSkippedAndReported(int parallelism) {
    FakePages source = filtered(45, 5, 10, 10, 0, 10, 5);

    TraversalReport report = read(members(source).parallelism(parallelism));

    assertThat(delivered).hasSize(35);
    assertThat(report.pages()).isEqualTo(5);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence())
        .contains(
            "Page 3 had no members, although the server announced some there or on later pages.");
  }

  @Test
  void readAllSkipsThemToo() {
    FakePages source = filtered(45, 5, 0, 0, 10, 0, 0);

    assertThat(members(source).readAll().members()).hasSize(10);
    assertThat(members(source).readAll().report().evidence())
        .contains(
            "Pages 1, 2, 4, 5 had no members, although the server announced some there or on"
                + " later pages.");
    assertThat(members(source).readAll().isConsistent()).isFalse();
  }

  @Test
  void beyondTenEmptyPagesAreCounted() {
    TraversalReport report = read(members(filtered(200, 20, 10)));

    assertThat(report.pages()).isEqualTo(20);
    assertThat(report.evidence())
        .contains(
            "Pages 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 9 more had no members, although the"
                + " server announced some there or on later pages.");
  }

  @Test
  void readsOnWhenTheTotalLeavesOutTheFilteredMembers() {
    TraversalReport report = read(members(filtered(10, 6, 4, 0, 0, 5, 0, 1)));

    assertThat(delivered).hasSize(10);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence())
        .contains(
            "Pages 2, 3, 5 had no members, although the server announced some there or on later pages.");
  }

  @Test
  void anEmptyPageBeforeTheLastIsAGapWhateverTheTotal() {
    FakePages source = filtered(20, 4, 10, 10);

    assertThat(members(source).readAll().report().evidence())
        .contains(
            "Page 3 had no members, although the server announced some there or on later pages.");
    assertThat(members(source).readAll().report().verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(members(source)).hasSize(20);
  }

  @Test
  void aListThatAnnouncesPagesButNoMembersIsReadToItsEnd() {
    TraversalReport report = read(members(filtered(0, 3, 0, 0, 2)));

    assertThat(delivered).hasSize(2);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void tooManyEmptyPagesMakeTheReadingIncomplete() {
    TraversalReport report = read(members(filtered(10, 40, 10)));

    assertThat(report.pages()).isLessThan(20);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void emptyPagesAfterAllMembersEndTheReading() {
    FakePages source = filtered(20, Integer.MAX_VALUE, 10, 10);

    assertThat(members(source).readAll().isConsistent()).isFalse();
    assertThat(source.requested).hasSizeLessThan(15);
    FakePages none = filtered(0, Integer.MAX_VALUE);
    assertThat(members(none).readAll().isConsistent()).isFalse();
    assertThat(none.requested).hasSizeLessThan(15);
  }

  @Test
  void membersBeyondTheLastPageAreRefused() {
    FakePages source = filtered(10, 1, 10, 10);

    assertThatThrownBy(() -> members(source).startingAt(2).read(m -> {}))
        .isInstanceOf(MalformedResponseException.class);
  }

  /** These report no verdict. */
  @Test
  void loopsStreamsAndSinglePagesFailAtAnEmptyPage() {
    Members members = members(filtered(45, 5, 10, 10, 0, 10, 5));

    assertThatThrownBy(() -> members.forEach(m -> delivered.add(m.userId())))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageStartingWith("0 members were returned on page 3");
    assertThat(delivered).hasSize(20);
    assertThatThrownBy(() -> members.stream().count())
        .isInstanceOf(MalformedResponseException.class);
    assertThatThrownBy(() -> members.page(3)).isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void aResumedReadingReportsTheGapsOfBothParts() {
    FakePages source = filtered(95, 10, 10, 0, 10, 10, 10, 10, 0, 10, 10, 5);
    TraversalReport first = readUntilFull(members(source), 40, delivered);

    TraversalReport whole = read(members(source).resume(first));

    assertThat(delivered).hasSize(75).doesNotHaveDuplicates();
    assertThat(whole.evidence())
        .contains(
            "Pages 2, 7 had no members, although the server announced some there or on later pages.");
  }

  private TraversalReport read(Members members) {
    return members.read(member -> delivered.add(member.userId()));
  }
}
