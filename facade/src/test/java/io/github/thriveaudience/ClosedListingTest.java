package io.github.thriveaudience;

import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.internal.listing.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A closed or interrupted listing never looks complete. */
class ClosedListingTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 32})
  void aClosedStreamThrows(int parallelism) {
    Stream<AudienceMember> stream = members(FakePages.of(20)).parallelism(parallelism).stream();
    Iterator<AudienceMember> iterator = stream.iterator();
    iterator.next();

    stream.close();

    for (int i = 0; i < 2; i++) {
      assertThatIllegalStateException()
          .isThrownBy(iterator::hasNext)
          .withMessage("this listing is closed");
      assertThatIllegalStateException().isThrownBy(iterator::next);
    }
    assertThatIllegalStateException().isThrownBy(() -> iterator.forEachRemaining(member -> {}));
  }

  @Test
  void aStreamClosedBeforeItsFirstMemberIsNotEmpty() {
    FakePages source = FakePages.of(20);
    Stream<AudienceMember> stream = members(source).stream();
    Iterator<AudienceMember> iterator = stream.iterator();

    stream.close();

    assertThatIllegalStateException().isThrownBy(iterator::hasNext);
    assertThat(source.requested).isEmpty();
  }

  @Test
  void aStreamClosedAfterItsLastMemberHasEnded() {
    Stream<AudienceMember> stream = members(FakePages.of(20)).stream();
    Iterator<AudienceMember> iterator = stream.iterator();
    for (int i = 0; i < 20; i++) {
      iterator.next();
    }

    stream.close();

    assertThat(iterator.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void afterAFailedConsumerTheIteratorThrows(int parallelism) {
    Iterator<AudienceMember> iterator =
        members(FakePages.of(20)).parallelism(parallelism).iterator();
    assertThatThrownBy(
            () ->
                iterator.forEachRemaining(
                    member -> {
                      throw new IllegalArgumentException("enough");
                    }))
        .hasMessage("enough");

    assertThatIllegalStateException().isThrownBy(iterator::hasNext);
  }

  @Test
  void anInterruptedStreamIsNotAtItsEnd() {
    Iterator<AudienceMember> iterator =
        new DefaultMembers(
                FakePages.of(20).beforeEach(ClosedListingTest::hangAtPage2), threads, Time.SYSTEM)
            .iterator();
    for (int i = 0; i < 10; i++) {
      iterator.next();
    }
    Thread.currentThread().interrupt();

    assertThatThrownBy(iterator::hasNext).isInstanceOf(ThriveInterruptedException.class);
    assertThatThrownBy(iterator::hasNext).isInstanceOf(ThriveInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void hangAtPage2(int page) {
    if (page == 2) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** At a different moment each time. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void closingFromAnotherThreadIsNeverMistakenForTheEnd(int parallelism) throws Exception {
    for (int round = 0; round < 300; round++) {
      Stream<AudienceMember> stream =
          new DefaultMembers(FakePages.of(60), threads, Time.SYSTEM)
              .parallelism(parallelism).stream();
      CyclicBarrier together = new CyclicBarrier(2);
      int spins = round * 20;
      Future<?> closing =
          threads.submit(
              () -> {
                together.await();
                for (int i = 0; i < spins; i++) {
                  Thread.onSpinWait();
                }
                stream.close();
                return null;
              });
      List<String> delivered = new ArrayList<>();
      Iterator<AudienceMember> iterator = stream.iterator();
      together.await();

      Throwable failure =
          catchThrowable(() -> iterator.forEachRemaining(member -> delivered.add(member.userId())));

      closing.get();
      if (failure == null) {
        assertThat(delivered).isEqualTo(ids(0, 60));
      } else {
        assertThat(failure)
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("this listing is closed");
      }
    }
  }
}
