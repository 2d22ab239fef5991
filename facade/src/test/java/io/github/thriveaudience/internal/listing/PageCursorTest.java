package io.github.thriveaudience.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.listing.MembersPage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageCursorTest {
  private final PageCursor plan = new PageCursor(1, false);

  @Test
  void asksForTheFirstPageAloneBeforeAnythingIsKnown() {
    assertThat(plan.next()).isEqualTo(1);
    assertThat(plan.hasNext()).isFalse();
  }

  @Test
  void asksForEachPageThatIsAnnounced() {
    plan.next();
    plan.learn(page(1, 3));

    assertThat(plan.next()).isEqualTo(2);
    assertThat(plan.next()).isEqualTo(3);
    assertThat(plan.hasNext()).isFalse();
  }

  @Test
  void followsAListThatGrows() {
    plan.next();
    plan.learn(page(1, 2));
    plan.next();
    plan.learn(page(2, 3));

    assertThat(plan.next()).isEqualTo(3);
    assertThat(plan.hasNext()).isFalse();
  }

  @Test
  void followsAListThatShrinks() {
    plan.next();
    plan.learn(page(1, 5));
    plan.next();
    plan.next();
    plan.learn(page(2, 2));

    assertThat(plan.hasNext()).isFalse();
    assertThat(plan.wants(2)).isTrue();
    assertThat(plan.wants(3)).isFalse();
  }

  @Test
  void leavesNoPageOutOfAListThatShrinksAndGrows() {
    plan.next();
    plan.learn(page(1, 5));
    IntStream.range(0, 4).forEach(i -> plan.next());
    plan.learn(page(2, 3));
    plan.learn(page(3, 5));

    assertThat(plan.next()).isEqualTo(4);
  }

  @Test
  void endsAtAnEmptyPage() {
    plan.next();
    plan.learn(MembersPage.of(List.of(), 1, 10, 0, Integer.MAX_VALUE));

    assertThat(plan.hasNext()).isFalse();
  }

  @Test
  void goesUpToTheLargestPageNumber() {
    PageCursor late = new PageCursor(Integer.MAX_VALUE, false);

    assertThat(late.next()).isEqualTo(Integer.MAX_VALUE);
    late.learn(page(Integer.MAX_VALUE, Integer.MAX_VALUE));
    assertThat(late.hasNext()).isFalse();
  }

  @Test
  void goesBackToAPageAndKnowsNothingBeyondIt() {
    plan.next();
    plan.learn(page(1, 5));
    plan.next();
    plan.next();
    plan.goBackTo(2);

    assertThat(plan.next()).isEqualTo(2);
    assertThat(plan.hasNext()).isFalse();
  }

  private static MembersPage page(int number, int totalPages) {
    return MembersPage.of(
        FakePages.page(10, 1).members(), number, 10, 10L * totalPages, totalPages);
  }
}
