package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.call.Time;
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

/** How many pages are in memory, by what the garbage collector leaves. */
@Tag("long")
class PagesHeldTest {
  private static final int TOTAL = 150;

  private final List<WeakReference<List<AudienceMember>>> pages = new CopyOnWriteArrayList<>();
  private final AtomicInteger mostHeld = new AtomicInteger();

  private final FakePages source =
      new FakePages(
          page -> {
            MembersPage answer = FakePages.page(TOTAL, page);
            pages.add(new WeakReference<>(answer.members()));
            System.gc();
            mostHeld.accumulateAndGet(held(), Math::max);
            return answer;
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
  void areNoMoreThanOneMoreThanWereAskedFor(int parallelism, Way way) {
    Members members =
        new DefaultMembers(source, Runnable::run, Time.SYSTEM).parallelism(parallelism);

    assertThat(way.read(members)).isEqualTo(TOTAL);

    assertThat(pages).hasSize(TOTAL / FakePages.PER_PAGE);
    assertThat(mostHeld).hasValueBetween(2, parallelism + 1);
  }

  private int held() {
    return (int) pages.stream().filter(page -> page.get() != null).count();
  }
}
