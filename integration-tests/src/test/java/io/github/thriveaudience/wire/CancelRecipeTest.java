package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ends a listing from outside, as the server sees it, and what does not. */
@Timeout(60)
class CancelRecipeTest extends PagedServerTest {
  private final ExecutorService jobs = Executors.newSingleThreadExecutor();
  private final CompletableFuture<Throwable> ended = new CompletableFuture<>();

  @AfterEach
  void stop() {
    jobs.shutdownNow();
  }

  /** Reads with four pages in flight; the thread must stay interrupted if it was. */
  private void read() {
    Throwable thrown = catchThrowable(() -> members.parallelism(4).read(member -> {}));
    ended.complete(
        thrown instanceof ThriveInterruptedException && !Thread.currentThread().isInterrupted()
            ? new AssertionError("the flag was cleared")
            : thrown);
  }

  private void respondToTheFirstPageOnly() {
    server.handler = page -> page == 1 ? PagedServer.ok(TOTAL, page) : null;
  }

  private void assertNothingIsInFlight() {
    ConcurrentTasks.await(() -> server.cancelled.get() == 4);
    assertThat(server.requestedPages).hasSize(5);
  }

  @Test
  void cancellingTheFutureOfAnExecutorEndsTheRequests() throws Exception {
    respondToTheFirstPageOnly();
    Future<?> job = jobs.submit(this::read);
    ConcurrentTasks.await(() -> server.requestedPages.size() == 5);

    assertThat(job.cancel(true)).isTrue();

    assertThat(ended.get()).isExactlyInstanceOf(ThriveInterruptedException.class);
    assertNothingIsInFlight();
  }

  @Test
  void shuttingDownTheExecutorEndsTheRequests() throws Exception {
    respondToTheFirstPageOnly();
    Future<?> job = jobs.submit(this::read);
    ConcurrentTasks.await(() -> server.requestedPages.size() == 5);

    assertThat(jobs.shutdownNow()).isEmpty();

    assertThat(ended.get()).isExactlyInstanceOf(ThriveInterruptedException.class);
    assertThat(jobs.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(job).isDone();
    assertNothingIsInFlight();
  }

  @Test
  void closingTheStreamFromAnotherThreadEndsTheRequests() throws Exception {
    respondToTheFirstPageOnly();
    Stream<AudienceMember> stream = members.parallelism(4).stream();
    CompletableFuture<Throwable> reading =
        CompletableFuture.supplyAsync(() -> catchThrowable(stream::count));
    ConcurrentTasks.await(() -> server.requestedPages.size() == 5);

    stream.close();

    assertThat(reading.get()).isExactlyInstanceOf(IllegalStateException.class);
    assertNothingIsInFlight();
  }

  @Test
  void deadlineEndsTheRequests() {
    respondToTheFirstPageOnly();

    Throwable thrown =
        catchThrowable(
            () -> members.parallelism(4).deadline(Duration.ofSeconds(2)).read(member -> {}));

    assertThat(thrown).isExactlyInstanceOf(ThriveTimeoutException.class);
    assertNothingIsInFlight();
  }

  /** It has no thread to interrupt. */
  @Test
  void cancellingACompletableFutureEndsNothing() throws Exception {
    CompletableFuture<Void> future =
        CompletableFuture.runAsync(this::readAfterTheCancellation, jobs);

    assertListsToTheEnd(() -> future.cancel(true));

    assertThat(future).isCancelled();
  }

  @Test
  void cancellingAFutureWithoutInterruptingItEndsNothing() throws Exception {
    Future<?> job = jobs.submit(this::readAfterTheCancellation);

    assertListsToTheEnd(() -> job.cancel(false));

    assertThat(job).isCancelled();
  }

  private final Phaser firstPage = new Phaser(2);

  private void readAfterTheCancellation() {
    server.handler =
        page -> {
          if (page == 1) {
            firstPage.arriveAndAwaitAdvance();
            firstPage.arriveAndAwaitAdvance();
          }
          return PagedServer.ok(TOTAL, page);
        };
    read();
  }

  private void assertListsToTheEnd(Runnable cancel) throws Exception {
    firstPage.arriveAndAwaitAdvance();
    cancel.run();
    firstPage.arriveAndAwaitAdvance();

    assertThat(ended.get()).isNull();
    assertThat(server.requestedPages).hasSize(PAGES);
    assertThat(server.cancelled).hasValue(0);
  }
}
