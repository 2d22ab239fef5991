package io.github.thriveaudience.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeenIdsTest {
  private static final int MANY = 60_000;
  private static final int BYTES_OF_A_MEMBER = 32;

  private final SeenIds seen = new SeenIds();

  static Stream<IntFunction<String>> kinds() {
    return Stream.of(
        SeenIdsTest::counted,
        i -> counted(i).toUpperCase(Locale.ROOT) + "X",
        i -> "%016x%08x".formatted(new Random(i).nextLong(), i),
        i -> "user " + i,
        i -> "é".repeat(520) + i);
  }

  /** As a database generates them: they differ in the last digits only. */
  private static String counted(int i) {
    return "63f8c5361b9c80d3%08x".formatted(i);
  }

  @Test
  void recognizesIdsThatWereAdded() {
    assertThat(Stream.of("a", "b", "a", "c", "b").filter(seen::add)).containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void mistakesNoIdForAnother(IntFunction<String> ids) {
    int count = 10_000;

    assertThat(IntStream.range(0, count).filter(i -> seen.contains(ids.apply(i)))).isEmpty();
    assertThat(IntStream.range(0, count).filter(i -> !seen.add(ids.apply(i)))).isEmpty();
    assertThat(IntStream.range(0, count).filter(i -> seen.add(ids.apply(i)))).isEmpty();
    assertThat(IntStream.range(0, count).filter(i -> !seen.contains(ids.apply(i)))).isEmpty();
    assertThat(IntStream.range(count, 2 * count).filter(i -> seen.contains(ids.apply(i))))
        .isEmpty();
  }

  @Test
  void needsAtMost32BytesAMember() {
    SeenIds others = new SeenIds();
    for (int i = 0; i < MANY; i++) {
      seen.add(counted(i));
      others.add("user " + i);
      if (i > 2_000 && i % 97 == 0) {
        assertThat(seen.bytes()).as("%d ids", i).isLessThan(24L * i);
        // One of the 64 shards exists twice while it grows.
        assertThat(others.bytes() * 65 / 64)
            .as("%d ids", i)
            .isLessThan((long) BYTES_OF_A_MEMBER * i);
      }
    }
  }

  @Test
  void mistakesNoSimilarIdForAnother() {
    List<String> ids =
        List.of(
            "",
            "0",
            "0".repeat(23),
            "0".repeat(24),
            "0".repeat(25),
            "0".repeat(23) + "1",
            "1" + "0".repeat(23),
            "a".repeat(24),
            "A".repeat(24),
            "a".repeat(23) + "A",
            "a".repeat(23) + "g",
            "a".repeat(23) + "/",
            "a".repeat(23) + ":",
            "a".repeat(23) + "`",
            "a".repeat(23) + "\u0661",
            "f".repeat(24),
            "\ud800",
            "\ud801",
            "?",
            "\ufffd",
            "x".repeat(1_000_000) + "1",
            "x".repeat(1_000_000) + "2");

    for (String id : ids) {
      assertThat(seen.contains(id)).isFalse();
      assertThat(seen.add(id)).isTrue();
      assertThat(seen.contains(id)).isTrue();
      assertThat(seen.add(id)).isFalse();
    }
  }

  @Test
  void aCopyIsIndependent() {
    seen.add("a");
    seen.add(counted(1));
    seen.add("0".repeat(24));

    SeenIds copy = seen.copy();
    IntStream.range(0, 100).forEach(i -> copy.add("b" + i));

    assertThat(Stream.of("a", counted(1), "0".repeat(24)).filter(copy::add)).isEmpty();
    assertThat(seen.add("b7")).isTrue();
    assertThat(copy.add("b7")).isFalse();
  }

  @Test
  void agreesWithASetForRandomIds() {
    Random random = new Random(42);
    Set<String> expected = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String id = "%024x".formatted(random.nextInt(16_000));
      String given = random.nextBoolean() ? id : id.substring(12);
      assertThat(seen.contains(given)).isEqualTo(expected.contains(given));
      assertThat(seen.add(given)).isEqualTo(expected.add(given));
    }
  }
}
