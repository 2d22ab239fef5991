package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudiencesSummary;
import io.github.thriveaudience.MembersOfEach;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.UnauthorizedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Audiences that are read at the same time: what is in flight, and what is cancelled. */
class ConcurrentAudiencesTest extends PagedServerTest {
  private static final int AUDIENCES = 12;

  private final MembersOfEach each =
      client.membersOfEach(IntStream.range(0, AUDIENCES).mapToObj(i -> "team-" + i).toList());

  /** A new client has few requests in flight, and more with each success. */
  @BeforeEach
  void warmUp() {
    assertThat(members.readAll().isConsistent()).isTrue();
    server.requestedAudiences.clear();
    server.maxInFlight.set(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void hasAsManyListingsInFlightAsSet(int concurrency) {
    CountDownLatch together = new CountDownLatch(concurrency);
    server.handler =
        page -> {
          together.countDown();
          together.await();
          return PagedServer.ok(5, page);
        };

    AudiencesSummary summary = each.concurrency(concurrency).readAll((audience, all) -> {});

    assertThat(summary.isConsistent()).isTrue();
    assertThat(server.maxInFlight).hasValue(concurrency);
    assertThat(server.requestedAudiences).hasSize(AUDIENCES).doesNotHaveDuplicates();
  }

  @Test
  void hasAsManyPagesInFlightAsTheProduct() {
    CountDownLatch together = new CountDownLatch(6);
    server.handler =
        page -> {
          if (page > 1) {
            together.countDown();
            together.await();
          }
          return PagedServer.ok(95, page);
        };

    AudiencesSummary summary = each.concurrency(2).parallelism(3).readAll((audience, all) -> {});

    assertThat(summary.isConsistent()).isTrue();
    assertThat(server.maxInFlight).hasValue(6);
  }

  /** While the handler works, the other audiences at once are read, and no further one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void requestsNoMoreAudiencesThanSetForASlowHandler(int concurrency) {
    server.handler = page -> PagedServer.ok(5, page);
    AtomicInteger done = new AtomicInteger();

    AudiencesSummary summary =
        each.concurrency(concurrency)
            .onProgress(
                progress ->
                    assertThat(server.requestedAudiences)
                        .hasSize(Math.min(AUDIENCES, progress.done() - 1 + concurrency)))
            .readAll(
                (audience, all) -> {
                  int begun = Math.min(AUDIENCES, done.getAndIncrement() + concurrency);
                  ConcurrentTasks.await(() -> server.requestedAudiences.size() == begun);
                });

    assertThat(summary.read()).hasSize(AUDIENCES);
  }

  @Test
  void callsTheHandlerOnceAtATime() {
    server.handler = page -> PagedServer.ok(5, page);
    AtomicBoolean busy = new AtomicBoolean();
    Thread caller = Thread.currentThread();

    AudiencesSummary summary =
        each.concurrency(8)
            .readAll(
                (audience, all) -> {
                  assertThat(busy.getAndSet(true)).isFalse();
                  assertThat(Thread.currentThread()).isSameAs(caller);
                  assertThat(all.members()).hasSize(5);
                  busy.set(false);
                });

    assertThat(summary.read()).hasSize(AUDIENCES);
  }

  @Test
  void handsOverAnAudienceWhileAnotherOneIsInFlight() {
    CountDownLatch othersHandled = new CountDownLatch(AUDIENCES - 1);
    server.handler =
        (PagedServer.AudienceHandler)
            (audience, page) -> {
              if (audience.equals("team-0")) {
                othersHandled.await();
              }
              return PagedServer.ok(5, page);
            };

    AudiencesSummary summary =
        each.concurrency(2).readAll((audience, all) -> othersHandled.countDown());

    assertThat(summary.read().keySet()).hasSize(AUDIENCES).endsWith("team-0");
  }

  /** The first audience is read, the second one is in flight. */
  private void onlyTheFirstAudienceIsRead() {
    server.handler =
        (PagedServer.AudienceHandler)
            (audience, page) -> audience.equals("team-0") ? PagedServer.ok(5, page) : null;
  }

  private void awaitThreeRequests() {
    ConcurrentTasks.await(() -> server.requestedAudiences.size() == 3);
  }

  private void assertThatTwoWereCancelled(Throwable failure) {
    ConcurrentTasks.await(() -> server.cancelled.get() == 2);
    assertThat(server.requestedAudiences).containsExactlyInAnyOrder("team-0", "team-1", "team-2");
    AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
    assertThat(summary.read()).containsOnlyKeys("team-0");
    assertThat(summary.unfinished()).containsExactly("team-1", "team-2");
    assertThat(summary.notBegun()).hasSize(AUDIENCES - 3);
  }

  @Test
  void a401CancelsTheOthersAndNoOtherBegins() {
    server.handler =
        (PagedServer.AudienceHandler)
            (audience, page) -> {
              ConcurrentTasks.await(() -> server.requestedAudiences.size() == 2);
              return audience.equals("team-1")
                  ? PagedServer.response("401 Unauthorized", "")
                  : null;
            };

    Throwable failure = catchThrowable(() -> each.concurrency(2).readAll((audience, all) -> {}));

    assertThat(failure).isExactlyInstanceOf(UnauthorizedException.class);
    ConcurrentTasks.await(() -> server.cancelled.get() == 1);
    assertThat(server.requestedAudiences).containsExactlyInAnyOrder("team-0", "team-1");
    AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
    assertThat(summary.failed()).containsOnlyKeys("team-1");
    assertThat(summary.unfinished()).containsExactly("team-0");
  }

  @Test
  void anExceptionOfTheHandlerCancelsTheOthers() {
    onlyTheFirstAudienceIsRead();
    IllegalStateException full = new IllegalStateException("the database is full");

    Throwable failure =
        catchThrowable(
            () ->
                each.concurrency(3)
                    .readAll(
                        (audience, all) -> {
                          awaitThreeRequests();
                          throw full;
                        }));

    assertThat(failure).isSameAs(full);
    ConcurrentTasks.await(() -> server.cancelled.get() == 2);
    assertThat(server.requestedAudiences).hasSize(3);
  }

  @Test
  void theDeadlineCancelsThem() {
    onlyTheFirstAudienceIsRead();

    Throwable failure =
        catchThrowable(
            () ->
                each.concurrency(2).deadline(Duration.ofSeconds(2)).readAll((audience, all) -> {}));

    assertThat(failure)
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessage(
            "The reading of 12 audiences did not end within its deadline of PT2S:"
                + " it reached the end of 1 of them.");
    assertThatTwoWereCancelled(failure);
  }

  @Test
  void anInterruptionCancelsThem() {
    onlyTheFirstAudienceIsRead();
    Thread caller = Thread.currentThread();
    CompletableFuture<Void> interruption =
        CompletableFuture.runAsync(
            () -> {
              awaitThreeRequests();
              caller.interrupt();
            });

    Throwable failure = catchThrowable(() -> each.concurrency(2).readAll((audience, all) -> {}));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(ThriveInterruptedException.class);
    assertThatTwoWereCancelled(failure);
    interruption.join();
  }

  @Test
  void closingTheClientCancelsThem() {
    onlyTheFirstAudienceIsRead();
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(
            () -> {
              awaitThreeRequests();
              client.close();
            });

    Throwable failure = catchThrowable(() -> each.concurrency(2).readAll((audience, all) -> {}));

    assertThat(failure)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this client is closed");
    assertThatTwoWereCancelled(failure);
    closing.join();
  }
}
