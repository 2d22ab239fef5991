package io.github.thriveaudience;

import static io.github.thriveaudience.internal.listing.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.AttemptListener;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.PageRequest;
import io.github.thriveaudience.internal.listing.PageSource;
import io.github.thriveaudience.internal.listing.PageValidator;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.model.AudienceMembers;
import io.github.thriveaudience.model.Pagination;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that filters the members of each page after it has divided the list into pages. */
class GapsTest {
  private final List<String> delivered = new ArrayList<>();

  /** Pages for ten members, with given figures and a given number of members on each page. */
  private static final class Filtered implements PageSource {
    final List<Integer> asked = new CopyOnWriteArrayList<>();
    private final int total;
    private final int pages;
    private final List<Integer> counts;

    Filtered(int total, int pages, Integer... counts) {
      this.total = total;
      this.pages = pages;
      this.counts = List.of(counts);
    }

    @Override
    public MembersPage read(PageRequest request) {
      int page = request.page();
      asked.add(page);
      int count = page <= counts.size() ? counts.get(page - 1) : 0;
      AudienceMembers answer =
          AudienceMembers.builder()
              .results(
                  ids(page * 10, page * 10 + count).stream()
                      .map(id -> AudienceMember.builder().userId(id).build())
                      .toList())
              .pagination(
                  Pagination.builder()
                      .page(BigDecimal.valueOf(page))
                      .perPage(BigDecimal.TEN)
                      .totalResults(BigDecimal.valueOf(total))
                      .totalPages(BigDecimal.valueOf(pages))
                      .build())
              .build();
      return new PageValidator(MalformedResponseException::new).check(answer, request);
    }

    @Override
    public void pause(Duration wait) {}

    @Override
    public void requireOpen() {}

    @Override
    public String subject() {
      return "a filtered audience";
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anEmptyPageIsSkippedAndReported(int parallelism) {
    Filtered source = new Filtered(45, 5, 10, 10, 0, 10, 5);

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
    Filtered source = new Filtered(45, 5, 0, 0, 10, 0, 0);

    assertThat(members(source).readAll().members()).hasSize(10);
    assertThat(members(source).readAll().report().evidence())
        .contains(
            "Pages 1, 2, 4, 5 had no members, although the server announced some there or on"
                + " later pages.");
    assertThat(members(source).readAll().isConsistent()).isFalse();
  }

  @Test
  void beyondTenEmptyPagesAreCounted() {
    TraversalReport report = read(members(new Filtered(200, 20, 10)));

    assertThat(report.pages()).isEqualTo(20);
    assertThat(report.evidence())
        .contains(
            "Pages 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 9 more had no members, although the"
                + " server announced some there or on later pages.");
  }

  @Test
  void totalsThatCountTheFilteredMembersEndNoReading() {
    TraversalReport report = read(members(new Filtered(10, 6, 4, 0, 0, 5, 0, 1)));

    assertThat(delivered).hasSize(10);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.evidence())
        .contains(
            "Pages 2, 3, 5 had no members, although the server announced some there or on later pages.");
  }

  @Test
  void anEmptyPageBeforeTheLastIsAGapWhateverTheTotal() {
    Filtered source = new Filtered(20, 4, 10, 10);

    assertThat(members(source).readAll().report().evidence())
        .contains(
            "Page 3 had no members, although the server announced some there or on later pages.");
    assertThat(members(source).readAll().report().verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(members(source)).hasSize(20);
  }

  @Test
  void aListThatAnnouncesPagesButNoMembersIsReadToItsEnd() {
    TraversalReport report = read(members(new Filtered(0, 3, 0, 0, 2)));

    assertThat(delivered).hasSize(2);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void tooManyEmptyPagesMakeTheReadingIncomplete() {
    TraversalReport report = read(members(new Filtered(10, 40, 10)));

    assertThat(report.pages()).isLessThan(20);
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void emptyPagesAfterAllMembersEndTheReading() {
    Filtered source = new Filtered(20, Integer.MAX_VALUE, 10, 10);

    assertThat(members(source).readAll().isConsistent()).isFalse();
    assertThat(source.asked).hasSizeLessThan(15);
    Filtered none = new Filtered(0, Integer.MAX_VALUE);
    assertThat(members(none).readAll().isConsistent()).isFalse();
    assertThat(none.asked).hasSizeLessThan(15);
  }

  @Test
  void membersBeyondTheLastPageAreRefused() {
    Filtered source = new Filtered(10, 1, 10, 10);

    assertThatThrownBy(() -> members(source).startingAt(2).read(m -> {}))
        .isInstanceOf(MalformedResponseException.class);
  }

  /** These report no verdict. */
  @Test
  void loopsStreamsAndSinglePagesFailAtAnEmptyPage() {
    Members members = members(new Filtered(45, 5, 10, 10, 0, 10, 5));

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
    Filtered source = new Filtered(95, 10, 10, 0, 10, 10, 10, 10, 0, 10, 10, 5);
    TraversalReport first = BrokenOffReadingTest.breakOff(members(source), 40, delivered);

    TraversalReport whole = read(members(source).resume(first));

    assertThat(delivered).hasSize(75).doesNotHaveDuplicates();
    assertThat(whole.evidence())
        .contains(
            "Pages 2, 7 had no members, although the server announced some there or on later pages.");
  }

  @Test
  void thePageRequestSaysWhetherGapsAreAllowed() {
    PageValidator contract = new PageValidator(MalformedResponseException::new);
    AudienceMembers empty =
        AudienceMembers.builder()
            .results(List.of())
            .pagination(
                Pagination.builder()
                    .page(BigDecimal.ONE)
                    .perPage(BigDecimal.TEN)
                    .totalResults(BigDecimal.TEN)
                    .totalPages(BigDecimal.ONE)
                    .build())
            .build();

    assertThat(contract.check(empty, new PageRequest(1, true, AttemptListener.NONE)).members())
        .isEmpty();
    assertThatThrownBy(() -> contract.check(empty, new PageRequest(1, false, AttemptListener.NONE)))
        .isInstanceOf(MalformedResponseException.class);
  }

  private TraversalReport read(Members members) {
    return members.read(member -> delivered.add(member.userId()));
  }

  private static Members members(PageSource source) {
    return new DefaultMembers(source, Runnable::run, Time.SYSTEM);
  }
}
