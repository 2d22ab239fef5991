package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The number of pages in memory, from what the garbage collector leaves. */
@Tag("long")
class PagesHeldTest {
  private static final int TOTAL = 150;

  private final List<WeakReference<List<AudienceMember>>> pages = new CopyOnWriteArrayList<>();
  private final AtomicInteger maxHeld = new AtomicInteger();

  private final FakePages source =
      FakePages.returning(
          page -> {
            MembersPage response = FakePages.page(TOTAL, page);
            pages.add(new WeakReference<>(response.members()));
            System.gc();
            maxHeld.accumulateAndGet(held(), Math::max);
            return response;
          });

  interface Way {
    long read(Members members);
  }

  static Stream<Arguments> ways() {
    Way iterating =
        members -> {
          long count = 0;
          for (AudienceMember member : members) {
            count += member.userId().isEmpty() ? 0 : 1;
          }
          return count;
        };
    Way streaming = members -> members.stream().map(AudienceMember::userId).distinct().count();
    Way reading = members -> members.read(member -> {}).members();
    return Stream.of(1, 4)
        .flatMap(
            parallelism ->
                Stream.of(iterating, streaming, reading)
                    .map(way -> Arguments.of(parallelism, way)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void areAtMostOneMoreThanTheParallelism(int parallelism, Way way) {
    Members members = Readings.members(source).parallelism(parallelism);

    assertThat(way.read(members)).isEqualTo(TOTAL);

    assertThat(pages).hasSize(TOTAL / FakePages.PER_PAGE);
    assertThat(maxHeld).hasValueBetween(2, parallelism + 1);
  }

  private int held() {
    return (int) pages.stream().filter(page -> page.get() != null).count();
  }
}
