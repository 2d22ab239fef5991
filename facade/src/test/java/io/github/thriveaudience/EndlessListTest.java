package io.github.thriveaudience;

import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.Readings.reportOf;
import static io.github.thriveaudience.internal.listing.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server whose list never ends. */
class EndlessListTest {

  static Stream<Consumer<Members>> ways() {
    return Stream.of(
        members -> members.forEach(member -> {}),
        members -> members.stream().forEach(member -> {}),
        members -> members.read(member -> {}),
        Members::readAll,
        members -> members.parallelism(32).forEach(member -> {}),
        members -> members.parallelism(32).readAll());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void newMembersEndAReadingAtTwiceTheAnnouncedPagesAndTen(Consumer<Members> way) {
    FakePages source = FakePages.returning(page -> oneMore(page, ids(page * 10, page * 10 + 10)));

    assertThatThrownBy(() -> way.accept(members(source)))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessage(
            "The list of audience \"tech-team\" of TEST has no end: it grows as fast as it is read."
                + " The first page announced 2 pages; 14 have been read, and the last of them"
                + " announced 15.");
    assertThat(source.requested).hasSize(14);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void pagesWithTheSameMembersEndAReading(Consumer<Members> way) {
    FakePages source = FakePages.returning(page -> oneMore(page, ids(0, 10)));

    assertThatThrownBy(() -> way.accept(members(source)))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("has no end");
    assertThat(source.requested).hasSizeLessThanOrEqualTo(14);
  }

  @Test
  void tenPagesOfDuplicatesEndAReadingWhateverTheTotal() {
    FakePages source =
        FakePages.returning(page -> page(page, ids(page % 3 * 10, page % 3 * 10 + 10), 1000));

    Throwable failure = catchThrowable(() -> members(source).readAll());

    assertThat(failure)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessage(
            "The list of audience \"tech-team\" of TEST has no end: its last 10 pages had only"
                + " duplicates. The first page announced 1000 pages; 13 have been"
                + " read, and the last of them announced 1000.");
    assertThat(reportOf(failure).members()).isEqualTo(30);
  }

  @Test
  void ninePagesOfDuplicatesDoNotEndAReading() {
    FakePages source =
        FakePages.returning(
            page -> page(page, page % 10 == 1 ? ids(page * 10, page * 10 + 10) : ids(10, 20), 40));

    assertThat(members(source).readAll().members()).hasSize(40);
  }

  @Test
  void endlessEmptyPagesEndAReading() {
    FakePages source =
        FakePages.returning(
            page -> oneMore(page, page == 1 ? ids(0, 10) : Collections.emptyList()));

    assertThatThrownBy(() -> members(source).readAll())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("has no end");
    assertThat(source.requested).hasSize(14);
  }

  @Test
  void aListMayGrowToTwiceTheAnnouncedPagesAndTen() {
    FakePages source =
        FakePages.returning(page -> page(page, ids(page * 10, page * 10 + 10), page == 1 ? 2 : 14));

    assertThat(members(source)).hasSize(140);
    assertThat(members(source).readAll().members()).hasSize(140);
  }

  @Test
  void aReadingFromALaterPageMayReadAsManyPages() {
    FakePages source = FakePages.returning(page -> oneMore(page, ids(page * 10, page * 10 + 10)));

    assertThatThrownBy(() -> members(source).startingAt(101).forEach(member -> {}))
        .hasMessageContaining("announced 102 pages; 214 have been read");
  }

  @Test
  void anIteratorNeverLooksCompleteAfterwards() {
    FakePages source = FakePages.returning(page -> oneMore(page, ids(page * 10, page * 10 + 10)));
    Iterator<?> iterator = members(source).iterator();
    List<Object> delivered = new ArrayList<>();
    assertThatThrownBy(() -> iterator.forEachRemaining(delivered::add))
        .isInstanceOf(MalformedResponseException.class);

    assertThat(delivered).hasSize(140);
    assertThatThrownBy(iterator::hasNext).isInstanceOf(IllegalStateException.class);
  }

  private static MembersPage oneMore(int page, List<String> ids) {
    return page(page, ids, page + 1);
  }

  private static MembersPage page(int page, List<String> ids, int totalPages) {
    return FakePages.page(ids, page, 10, totalPages * 10);
  }
}
