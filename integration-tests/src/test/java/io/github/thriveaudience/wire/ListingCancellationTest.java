package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cancellation of the pages in flight when a listing ends early. */
class ListingCancellationTest extends PagedServerTest {

  @Test
  void closingAStreamCancelsItsRequests() {
    respondToTheFirstPageOnly();

    try (Stream<AudienceMember> stream = members.parallelism(4).stream()) {
      assertThat(stream.limit(3).toList()).hasSize(3);
      ConcurrentTasks.await(() -> server.requestedPages.size() == 5);
    }

    ConcurrentTasks.await(() -> server.cancelled.get() == 4);
    assertThat(server.requestedPages).hasSize(5);
  }

  @Test
  void closingAStreamFromAnotherThreadCancelsItsFirstPage() throws Exception {
    server.handler = page -> null;
    Stream<AudienceMember> stream = members.parallelism(4).stream();
    CompletableFuture<Throwable> reading =
        CompletableFuture.supplyAsync(() -> catchThrowable(stream::count));
    ConcurrentTasks.await(() -> server.requestedPages.size() == 1);

    stream.close();

    assertThat(reading.get()).isExactlyInstanceOf(IllegalStateException.class);
    ConcurrentTasks.await(() -> server.cancelled.get() == 1);
    assertThat(server.requestedPages).hasSize(1);
  }

  interface ReadingMethod {
    void read(Members members, Consumer<AudienceMember> consumer);
  }

  static Stream<ReadingMethod> readingMethods() {
    return Stream.of(
        Members::read, Members::forEach, (members, consumer) -> members.stream().forEach(consumer));
  }

  @ParameterizedTest
  @MethodSource("readingMethods")
  void exceptionOfTheConsumerCancelsTheRequests(ReadingMethod method) {
    respondToTheFirstPageOnly();
    IllegalStateException failure = new IllegalStateException("the database is full");

    assertThatThrownBy(
            () ->
                method.read(
                    members.parallelism(4),
                    member -> {
                      ConcurrentTasks.await(() -> server.requestedPages.size() == 5);
                      throw failure;
                    }))
        .isSameAs(failure);

    ConcurrentTasks.await(() -> server.cancelled.get() == 4);
    assertThat(server.requestedPages).hasSize(5);
  }

  @Test
  void garbageCollectionOfTheIteratorCancelsItsRequests() {
    respondToTheFirstPageOnly();
    breakAfterFiveRequests(members.parallelism(4));

    ConcurrentTasks.await(
        () -> {
          System.gc();
          return server.cancelled.get() == 4;
        });
    assertThat(server.requestedPages).hasSize(5);
  }

  @Test
  void failedPageCancelsTheOthers() {
    server.handler =
        page ->
            switch (page) {
              case 1 -> PagedServer.ok(TOTAL, page);
              case 2 -> {
                ConcurrentTasks.await(() -> server.requestedPages.size() == 5);
                yield PagedServer.response("404 Not Found", "");
              }
              default -> null;
            };

    assertThatThrownBy(() -> members.parallelism(4).readAll())
        .isInstanceOf(NotFoundException.class);

    ConcurrentTasks.await(() -> server.cancelled.get() == 3);
  }

  @Test
  void interruptionCancelsTheRequests() {
    respondToTheFirstPageOnly();
    Iterator<AudienceMember> iterator = members.parallelism(4).iterator();
    IntStream.range(0, 10).forEach(i -> iterator.next());
    ConcurrentTasks.await(() -> server.requestedPages.size() == 5);

    Thread.currentThread().interrupt();

    assertThatThrownBy(iterator::next).isInstanceOf(ThriveInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    ConcurrentTasks.await(() -> server.cancelled.get() == 4);
  }

  @Test
  void closingTheClientCancelsTheRequests() {
    respondToTheFirstPageOnly();
    Iterator<AudienceMember> iterator = members.parallelism(4).iterator();
    IntStream.range(0, 10).forEach(i -> iterator.next());
    ConcurrentTasks.await(() -> server.requestedPages.size() == 5);

    client.close();

    assertThatIllegalStateException()
        .isThrownBy(iterator::next)
        .withMessage("this client is closed");
    ConcurrentTasks.await(() -> server.cancelled.get() == 4);
  }

  @Test
  void deadlineCancelsTheRequests() {
    respondToTheFirstPageOnly();

    Throwable failure =
        catchThrowable(
            () -> members.parallelism(4).deadline(Duration.ofSeconds(1)).read(member -> {}));

    assertThat(failure)
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessageContaining("did not end within its deadline of PT1S: it reached page 2 of 100");
    assertThat(((ThriveException) failure).report().nextPage()).isEqualTo(2);
    ConcurrentTasks.await(() -> server.cancelled.get() == 4);
  }

  @Test
  void closingTheClientEndsTheWaitForARepeatedListing() throws Exception {
    server.handler = page -> PagedServer.ok(page == 1 ? 20 : 19, page);
    ReadPolicy policy = ReadPolicy.untilConsistent(2).withWait(Duration.ofHours(1));
    CompletableFuture<Throwable> reading =
        CompletableFuture.supplyAsync(() -> catchThrowable(() -> members.readAll(policy)));
    ConcurrentTasks.await(() -> server.requestedPages.size() == 2);

    client.close();

    assertThat(reading.get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this client is closed");
  }

  /** A separate method, since its frame holds the iterator. */
  private void breakAfterFiveRequests(Members members) {
    for (AudienceMember member : members) {
      assertThat(member.userId()).isEqualTo(Pages.id(1));
      ConcurrentTasks.await(() -> server.requestedPages.size() == 5);
      break;
    }
  }

  /** Responds to the first page only. */
  private void respondToTheFirstPageOnly() {
    server.handler = page -> page == 1 ? PagedServer.ok(TOTAL, page) : null;
  }
}
