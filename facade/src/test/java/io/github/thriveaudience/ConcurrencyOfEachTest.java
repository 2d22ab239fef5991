package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.model.AudienceMember;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Audiences that are read at the same time. */
class ConcurrencyOfEachTest {
  static final int TOTAL = 12;
  static final Duration MINUTE = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RecordedAudiences<MembersSnapshot> handler = new RecordedAudiences<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  static String[] names() {
    return IntStream.range(0, TOTAL).mapToObj(i -> "team-" + i).toArray(String[]::new);
  }

  static FakeAudiences all(FakeAudiences client, FakePages pages) {
    for (String name : names()) {
      client.with(name, pages);
    }
    return client;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 32})
  void areAsManyAsSet(int concurrency) {
    int expected = Math.min(concurrency, TOTAL);
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger max = new AtomicInteger();
    CountDownLatch together = new CountDownLatch(expected);
    FakePages pages =
        FakePages.of(3)
            .beforeEach(
                page -> {
                  max.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                  together.countDown();
                  await(together);
                  inFlight.decrementAndGet();
                });

    AudiencesSummary summary =
        all(new FakeAudiences(), pages)
            .each(threads, names())
            .concurrency(concurrency)
            .readAll(handler);

    assertThat(summary.read()).hasSize(TOTAL);
    assertThat(max).hasValue(expected);
  }

  /** On the calling thread, since another one may hold a result until it has ended. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void resultsInMemoryAreAsManyAsSet(int concurrency) {
    List<WeakReference<AudienceMember>> members = new ArrayList<>();
    AtomicInteger maxHeld = new AtomicInteger();
    FakePages pages =
        FakePages.returning(
            number -> {
              MembersPage page = FakePages.page(1, number);
              members.add(new WeakReference<>(page.members().get(0)));
              maxHeld.accumulateAndGet(held(members), Math::max);
              return page;
            });

    all(new FakeAudiences(), pages)
        .each(Runnable::run, names())
        .concurrency(concurrency)
        .readAll(
            (audience, all) -> {
              maxHeld.accumulateAndGet(held(members), Math::max);
              assertThat(all.members()).hasSize(1);
            });

    assertThat(members).hasSize(TOTAL);
    assertThat(maxHeld).hasValue(concurrency);
  }

  private static int held(List<WeakReference<AudienceMember>> members) {
    System.gc();
    return (int) members.stream().filter(member -> member.get() != null).count();
  }

  /** An exception can hold all members that were read before it. */
  @Test
  void theSummaryHoldsNoMembersOfAudiencesThatFailed() {
    List<WeakReference<AudienceMember>> members = new ArrayList<>();
    FakePages inconsistent =
        FakePages.returning(
            number -> {
              MembersPage page = FakePages.page(FakePages.ids(0, 1), 1, 10, 2);
              members.add(new WeakReference<>(page.members().get(0)));
              return page;
            });

    AudiencesSummary summary =
        all(new FakeAudiences(), inconsistent)
            .each(Runnable::run, names())
            .policy(ReadPolicy.untilConsistent(1))
            .readAll((audience, all) -> {});

    assertThat(held(members)).isZero();
    assertThat(members).hasSize(TOTAL);
    assertThat(summary.failed()).hasSize(TOTAL);
  }

  @Test
  void areHandedOverAsSoonAsTheyAreThereAndOneAtATime() {
    CountDownLatch othersHandled = new CountDownLatch(TOTAL - 1);
    FakeAudiences client =
        all(new FakeAudiences(), FakePages.of(3))
            .with("team-0", FakePages.of(3).beforeEach(page -> await(othersHandled)));
    AtomicBoolean busy = new AtomicBoolean();

    AudiencesSummary summary =
        client
            .each(threads, names())
            .concurrency(4)
            .readAll(
                (audience, all) -> {
                  assertThat(busy.getAndSet(true)).isFalse();
                  othersHandled.countDown();
                  busy.set(false);
                });

    assertThat(summary.read()).hasSize(TOTAL);
    assertThat(List.copyOf(summary.read().keySet()).get(TOTAL - 1)).isEqualTo("team-0");
  }

  /** An audience that another one waits for, and that hangs until it is interrupted. */
  private static final class Hanging {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch cancelled = new CountDownLatch(1);
    final FakePages pages = FakePages.of(3).beforeEach(page -> hang());

    private void hang() {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        cancelled.countDown();
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void areCancelledWhenOneEndsTheWhole() throws Exception {
    Hanging hanging = new Hanging();
    UnauthorizedException failure = new UnauthorizedException("who?", ApiError.of(401));
    FakeAudiences client =
        all(new FakeAudiences(), FakePages.of(3))
            .with("team-1", hanging.pages)
            .with("team-2", FakePages.failing(failure))
            .with("team-0", FakePages.of(3).beforeEach(page -> await(hanging.begun)));

    assertThatThrownBy(() -> client.each(threads, names()).concurrency(2).readAll(handler))
        .isSameAs(failure);

    hanging.cancelled.await();
    assertThat(client.begun).containsExactly("team-0", "team-1", "team-2");
    AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
    assertThat(summary.read().keySet()).containsExactly("team-0");
    assertThat(summary.failed()).containsOnlyKeys("team-2");
    assertThat(summary.unfinished()).containsExactly("team-1");
    assertThat(summary.notBegun()).hasSize(TOTAL - 3).startsWith("team-3");
  }

  @Test
  void areCancelledWhenTheHandlerThrows() throws Exception {
    Hanging hanging = new Hanging();
    IllegalStateException failure = new IllegalStateException("the database is full");
    FakeAudiences client = all(new FakeAudiences(), FakePages.of(3)).with("team-1", hanging.pages);

    assertThatThrownBy(
            () ->
                client
                    .each(threads, names())
                    .concurrency(2)
                    .readAll(
                        (audience, all) -> {
                          await(hanging.begun);
                          throw failure;
                        }))
        .isSameAs(failure);

    hanging.cancelled.await();
    assertThat(AudiencesSummary.of(failure).orElseThrow().unfinished())
        .containsExactly("team-0", "team-1");
  }

  @Test
  void areCancelledWhenTheCallingThreadIsInterrupted() throws Exception {
    Hanging hanging = new Hanging();
    Thread caller = Thread.currentThread();
    FakeAudiences client = all(new FakeAudiences(), FakePages.of(3)).with("team-1", hanging.pages);
    threads.execute(
        () -> {
          await(hanging.begun);
          caller.interrupt();
        });

    Throwable failure = catchThrowable(() -> client.each(threads, names()).readAll(handler));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure)
        .isInstanceOf(ThriveInterruptedException.class)
        .hasMessage("The thread was interrupted while it waited for the members of 12 audiences.");
    hanging.cancelled.await();
    assertThat(client.begun).containsExactly("team-0", "team-1");
    assertThat(AudiencesSummary.of(failure).orElseThrow().unfinished()).containsExactly("team-1");
  }

  @Test
  void anInterruptedHandlerIsTheLast() {
    FakeAudiences client = all(new FakeAudiences(), FakePages.of(3));

    Throwable failure =
        catchThrowable(
            () ->
                client
                    .each(Runnable::run, names())
                    .readAll((audience, all) -> Thread.currentThread().interrupt()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(ThriveInterruptedException.class);
    assertThat(AudiencesSummary.of(failure).orElseThrow().read()).containsOnlyKeys("team-0");
  }

  @Test
  void areCancelledAtTheDeadline() throws Exception {
    Hanging hanging = new Hanging();
    FakeAudiences client =
        all(new FakeAudiences(new TimeThatPassesAfter(hanging.begun)), FakePages.of(3))
            .with("team-1", hanging.pages);

    Throwable failure =
        catchThrowable(() -> client.each(threads, names()).deadline(MINUTE).readAll(handler));

    assertThat(failure)
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessage(
            "The reading of 12 audiences did not end within its deadline of PT1M:"
                + " it reached the end of 1 of them.");
    hanging.cancelled.await();
    assertThat(client.begun).containsExactly("team-0", "team-1");
    AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
    assertThat(summary.read()).containsOnlyKeys("team-0");
    assertThat(summary.failed()).isEmpty();
    assertThat(summary.unfinished()).containsExactly("team-1");
    assertThat(summary.notBegun()).hasSize(TOTAL - 2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
