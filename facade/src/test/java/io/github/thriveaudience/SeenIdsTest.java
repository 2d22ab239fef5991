package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
  private static final int REMEMBERED = 16_384;
  private static final int SUFFIX = 7;

  private final SeenIds all = SeenIds.all();
  private final SeenIds bounded = SeenIds.bounded();

  @Test
  void knowsWhoHasComeBefore() {
    assertThat(Stream.of("a", "b", "a", "c", "b").filter(all::add)).containsExactly("a", "b", "c");
  }

  @Test
  void remembersAllOfAnAudienceHoweverLarge() {
    addPages(all, 0, 100_000);

    assertThat(all.isComplete()).isTrue();
    assertThat(all.add("id-0")).isFalse();
    assertThat(all.add("id-99999")).isFalse();
  }

  @Test
  void theBoundedOneRemembersAsManyAsItSays() {
    addPages(bounded, 0, REMEMBERED);

    assertThat(bounded.isComplete()).isTrue();
    assertThat(IntStream.range(0, REMEMBERED).filter(i -> bounded.add("id-" + i))).isEmpty();
  }

  @Test
  void beyondThatTheBoundedOneRemembersTheLatestTwoPages() {
    addPages(bounded, 0, 200_000);

    assertThat(bounded.isComplete()).isFalse();
    assertThat(IntStream.range(199_000, 200_000).filter(i -> bounded.add("id-" + i))).isEmpty();
    bounded.nextPage();
    assertThat(IntStream.range(199_000, 200_000).filter(i -> bounded.add("id-" + i))).isEmpty();
  }

  @Test
  void beyondThatTheBoundedOneRemembersASampleOfTheRest() {
    addPages(bounded, 0, 200_000);
    bounded.nextPage();

    long again = IntStream.range(0, 190_000).filter(i -> !bounded.add("id-" + i)).count();

    assertThat(again).isBetween(190_000L / 32, 190_000L / 8);
  }

  @Test
  void theSampleIsOfTheWholeAndNotOfItsBeginning() {
    addPages(bounded, 0, 200_000);
    bounded.nextPage();

    long early = IntStream.range(0, 16_000).filter(i -> !bounded.add("id-" + i)).count();

    assertThat(early).isBetween(16_000L / 32, 16_000L / 8);
  }

  @Test
  void takesNobodyForSomebodyElse() {
    assertThat(IntStream.range(0, 500_000).filter(i -> !bounded.add("id-" + i))).isEmpty();
  }

  @Test
  void tellsLongIdsApart() {
    String same = "x".repeat(100);
    assertThat(bounded.add(same + "1")).isTrue();
    assertThat(bounded.add(same + "2")).isTrue();

    bounded.nextPage();
    bounded.nextPage();
    assertThat(bounded.add(same + "1")).isFalse();
    assertThat(bounded.add(same + "2")).isFalse();
  }

  @Test
  void copesWithIdsOfOneHashCode() {
    List<String> ids = sameHashCode(17);

    addPages(bounded, ids);

    assertThat(ids).extracting(String::hashCode).containsOnly(ids.get(0).hashCode());
    assertThat(bounded.add(ids.get(ids.size() - 1))).isFalse();
  }

  /** They are in every sample, so that it would grow with the audience. */
  @Test
  void forgetsIdsThatItCannotChooseAmong() {
    List<String> ids = sameHashCode(15);
    String toZero = suffix(-ids.get(0).hashCode() * power(SUFFIX));
    List<String> zeros = ids.stream().map(id -> id + toZero).toList();

    addPages(bounded, zeros);

    assertThat(zeros).extracting(String::hashCode).containsOnly(0);
    assertThat(bounded.add(zeros.get(0))).isTrue();
  }

  /** Printable characters that have this hash code. */
  private static String suffix(int hashCode) {
    long digits = Integer.toUnsignedLong(hashCode - "@".repeat(SUFFIX).hashCode());
    StringBuilder text = new StringBuilder();
    for (int i = SUFFIX - 1; i >= 0; i--) {
      text.append((char) ('@' + digits / power(i) % 31));
    }
    return text.toString();
  }

  private static int power(int exponent) {
    return IntStream.range(0, exponent).reduce(1, (power, i) -> power * 31);
  }

  /** Strings of "Aa" and "BB", which hash alike. */
  private static List<String> sameHashCode(int pairs) {
    return IntStream.range(0, 1 << pairs)
        .mapToObj(
            bits ->
                IntStream.range(0, pairs)
                    .mapToObj(i -> (bits >> i & 1) == 0 ? "Aa" : "BB")
                    .reduce("", String::concat))
        .toList();
  }

  private static void addPages(SeenIds seen, int from, int to) {
    addPages(seen, IntStream.range(from, to).mapToObj(i -> "id-" + i).toList());
  }

  private static void addPages(SeenIds seen, List<String> ids) {
    for (int i = 0; i < ids.size(); i++) {
      if (i % 1000 == 0) {
        seen.nextPage();
      }
      assertThat(seen.add(ids.get(i))).isTrue();
    }
  }
}
