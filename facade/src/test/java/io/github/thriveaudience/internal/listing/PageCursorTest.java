package io.github.thriveaudience.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.listing.MembersPage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageCursorTest {
  private final PageCursor cursor = new PageCursor(1, false);

  @Test
  void requestsOnlyTheFirstPageAtFirst() {
    assertThat(cursor.nextToRequest()).isEqualTo(1);
    assertThat(cursor.canRequest()).isFalse();
  }

  @Test
  void requestsEachAnnouncedPage() {
    cursor.nextToRequest();
    cursor.advanceTo(page(1, 3));

    assertThat(cursor.nextToRequest()).isEqualTo(2);
    assertThat(cursor.nextToRequest()).isEqualTo(3);
    assertThat(cursor.canRequest()).isFalse();
  }

  @Test
  void followsAListThatGrows() {
    cursor.nextToRequest();
    cursor.advanceTo(page(1, 2));
    cursor.nextToRequest();
    cursor.advanceTo(page(2, 3));

    assertThat(cursor.nextToRequest()).isEqualTo(3);
    assertThat(cursor.canRequest()).isFalse();
  }

  @Test
  void followsAListThatShrinks() {
    cursor.nextToRequest();
    cursor.advanceTo(page(1, 5));
    cursor.nextToRequest();
    cursor.nextToRequest();
    cursor.advanceTo(page(2, 2));

    assertThat(cursor.canRequest()).isFalse();
    assertThat(cursor.last()).isEqualTo(2);
  }

  @Test
  void skipsNoPageOfAListThatShrinksAndGrows() {
    cursor.nextToRequest();
    cursor.advanceTo(page(1, 5));
    IntStream.range(0, 4).forEach(i -> cursor.nextToRequest());
    cursor.advanceTo(page(2, 3));
    cursor.advanceTo(page(3, 5));

    assertThat(cursor.nextToRequest()).isEqualTo(4);
  }

  @Test
  void endsAtAnEmptyPage() {
    cursor.nextToRequest();
    cursor.advanceTo(MembersPage.of(List.of(), 1, 10, 0, Integer.MAX_VALUE));

    assertThat(cursor.canRequest()).isFalse();
  }

  @Test
  void stopsAtTheLargestPageNumber() {
    PageCursor late = new PageCursor(Integer.MAX_VALUE, false);

    assertThat(late.nextToRequest()).isEqualTo(Integer.MAX_VALUE);
    late.advanceTo(page(Integer.MAX_VALUE, Integer.MAX_VALUE));
    assertThat(late.canRequest()).isFalse();
  }

  @Test
  void goesBackToAPageAndForgetsLaterOnes() {
    cursor.nextToRequest();
    cursor.advanceTo(page(1, 5));
    cursor.nextToRequest();
    cursor.nextToRequest();
    cursor.goBackTo(2);

    assertThat(cursor.nextToRequest()).isEqualTo(2);
    assertThat(cursor.canRequest()).isFalse();
  }

  private static MembersPage page(int number, int totalPages) {
    return MembersPage.of(
        FakePages.page(10, 1).members(), number, 10, 10L * totalPages, totalPages);
  }
}
