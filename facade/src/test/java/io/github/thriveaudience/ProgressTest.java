package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.TraversalProgress;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<TraversalProgress> progress = new ArrayList<>();
  private final TickingTime time = new TickingTime();

  /** A clock that advances by a second each time it is read. */
  private static final class TickingTime implements Time {
    private long seconds = 1000;

    @Override
    public Instant instant() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      return Duration.ofSeconds(seconds++).toNanos();
    }

    @Override
    public boolean await(CountDownLatch end, Duration longest) {
      throw new AssertionError("no test waits");
    }
  }

  @Test
  void aListenerIsNotifiedOfEachPage() {
    members(25).readAll();

    assertThat(progress)
        .containsExactly(
            TraversalProgress.of(1, 3, 10, Duration.ofSeconds(1)),
            TraversalProgress.of(2, 3, 20, Duration.ofSeconds(2)),
            TraversalProgress.of(3, 3, 25, Duration.ofSeconds(3)));
  }

  @Test
  void aListenerIsNotifiedOfAPageBeforeItsMembersAreDelivered() {
    Iterator<AudienceMember> iterator = members(25).iterator();
    assertThat(progress).isEmpty();

    iterator.hasNext();
    assertThat(progress).hasSize(1);
  }

  @Test
  void noListenerIsNotifiedOfASinglePage() {
    members(25).page(2);

    assertThat(progress).isEmpty();
  }

  @Test
  void afterAFailedListenerTheIteratorContinuesWithTheSamePage() {
    IllegalStateException failure = new IllegalStateException("no terminal");
    Iterator<AudienceMember> iterator =
        Readings.members(FakePages.of(25), time)
            .onProgress(
                ofPage -> {
                  progress.add(ofPage);
                  if (progress.size() == 2) {
                    throw failure;
                  }
                })
            .iterator();
    for (int i = 0; i < 10; i++) {
      iterator.next();
    }

    assertThatThrownBy(iterator::next).isSameAs(failure);
    assertThat(iterator.next().userId()).isEqualTo("id-10");
    assertThat(progress).extracting(TraversalProgress::members).containsExactly(10L, 20L, 20L);
  }

  @Test
  void aPageThatIsReadTwiceCountsOnce() {
    AtomicInteger reads = new AtomicInteger();
    FakePages resized =
        FakePages.returning(
            page ->
                page == 2 && reads.incrementAndGet() < 3
                    ? FakePages.page(List.of("other"), 2, 11, 25)
                    : FakePages.page(25, page));
    Iterator<AudienceMember> iterator =
        Readings.members(resized, time).onProgress(progress::add).iterator();
    for (int i = 0; i < 10; i++) {
      iterator.next();
    }

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(iterator::next).isInstanceOf(MalformedResponseException.class);
    }
    iterator.forEachRemaining(member -> {});

    assertThat(progress)
        .extracting(TraversalProgress::members)
        .containsExactly(10L, 11L, 11L, 20L, 25L);
  }

  private Members members(int total) {
    return Readings.members(FakePages.of(total), time).onProgress(progress::add);
  }
}
