package io.github.thriveaudience.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePrefetcherTest {
  private final ManualThreads threads = new ManualThreads();

  @Test
  void requestsTheFirstPageAloneAndThenAsManyAsAllowed() {
    FakePages source = FakePages.of(45);
    PagePrefetcher pages = prefetcher(source, 4);

    assertThat(pages.next().page()).isEqualTo(1);
    assertThat(source.requested).containsExactly(1);
    assertThat(threads.tasks).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 32})
  void neverHoldsMorePagesThanTheParallelism(int parallelism) {
    PagePrefetcher pages = prefetcher(FakePages.of(1000), parallelism);

    for (int page = 1; page <= 100; page++) {
      assertThat(pages.next().page()).isEqualTo(page);
      assertThat(threads.tasks).hasSize(Math.min(parallelism, 100 - page));
      readOne();
    }
    assertThat(pages.hasNext()).isFalse();
  }

  /** Reads the next page alone. */
  private void readOne() {
    if (!threads.tasks.isEmpty()) {
      threads.runFirst();
    }
  }

  @Test
  void returnsPagesInOrderWhateverTheOrderOfTheResponses() {
    PagePrefetcher pages = prefetcher(FakePages.of(45), 4);
    List<Integer> order = new ArrayList<>(List.of(pages.next().page()));

    while (!threads.tasks.isEmpty()) {
      threads.runLast();
    }
    while (pages.hasNext()) {
      order.add(pages.next().page());
    }
    assertThat(order).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void failsAtTheFailedPageAndRequestsNothingAfterIt() {
    MalformedResponseException failure = new MalformedResponseException("no luck");
    FakePages source = FakePages.of(100).failingAt(3, failure);
    PagePrefetcher pages = prefetcher(source, 2);
    pages.next();
    threads.runAll();

    assertThat(pages.next().page()).isEqualTo(2);
    assertThat(threads.tasks).isEmpty();
    assertThatThrownBy(pages::next).isSameAs(failure);
    assertThat(source.requested).containsExactly(1, 2, 3);
  }

  @Test
  void aFailureShowsTheTraceOfTheCaller() {
    RuntimeException failure =
        CompletableFuture.supplyAsync(() -> new MalformedResponseException("no luck")).join();
    PagePrefetcher pages = prefetcher(FakePages.of(100).failingAt(2, failure), 1);
    pages.next();
    threads.runAll();

    assertThat(catchThrowable(pages::next).getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .contains("aFailureShowsTheTraceOfTheCaller");
  }

  @Test
  void anErrorIsThrownUnchanged() {
    FakePages source =
        FakePages.of(45)
            .beforeEach(
                page -> {
                  if (page == 2) {
                    throw new StackOverflowError("deep");
                  }
                });
    PagePrefetcher pages = prefetcher(source, 1);
    pages.next();
    threads.runAll();

    assertThatThrownBy(pages::next).isExactlyInstanceOf(StackOverflowError.class);
  }

  @Test
  void afterAFailureTheSamePageIsTheNextOne() {
    FakePages source = FakePages.of(45).failingOnceAt(3);
    PagePrefetcher pages = prefetcher(source, 3);
    pages.next();
    threads.runAll();
    pages.next();
    threads.runAll();
    assertThatThrownBy(pages::next).isInstanceOf(MalformedResponseException.class);

    threads.runNextAtOnce();
    assertThat(pages.next().page()).isEqualTo(3);
    threads.runAll();
    assertThat(pages.next().page()).isEqualTo(4);
  }

  @Test
  void aRejectedTaskIsAFailure() {
    Executor full =
        task -> {
          throw new RejectedExecutionException("no more threads");
        };
    FakePages source = FakePages.of(45);
    PagePrefetcher pages = source.prefetcher(full, 2);

    assertThatThrownBy(pages::next).isInstanceOf(RejectedExecutionException.class);
    assertThat(pages.hasNext()).isTrue();
    assertThatThrownBy(pages::next).isInstanceOf(RejectedExecutionException.class);
    assertThat(source.requested).isEmpty();
  }

  @Test
  void ignoresPagesBeyondTheEndOfAListThatShrinks() {
    FakePages source = FakePages.returning(page -> FakePages.page(page < 3 ? 100 : 25, page));
    PagePrefetcher pages = prefetcher(source, 4);
    pages.next();
    threads.runAll();
    assertThat(pages.next().page()).isEqualTo(2);
    assertThat(pages.next().page()).isEqualTo(3);

    assertThat(pages.hasNext()).isFalse();
  }

  @Test
  void closingCancelsRequestsInFlightAndSendsNothingMore() {
    FakePages source = FakePages.of(100);
    PagePrefetcher pages = prefetcher(source, 4);
    pages.next();

    pages.close();
    threads.runAll();

    assertThat(source.requested).containsExactly(1);
    assertThatIllegalStateException().isThrownBy(pages::next).withMessage("this listing is closed");
  }

  @Test
  void closingWhileAPageIsReadSendsNothingMore() {
    FakePages source = FakePages.of(100);
    PagePrefetcher pages = prefetcher(source, 4);
    source.beforeEach(page -> pages.close());

    assertThatIllegalStateException().isThrownBy(pages::next);
    threads.runAll();
    assertThat(source.requested).containsExactly(1);
    assertThat(Thread.interrupted()).as("because the page was cancelled on this thread").isTrue();
  }

  @Test
  void returnsNoPageThatWasReadWhileTheClientWasClosed() {
    FakePages source = FakePages.of(100);
    source.beforeEach(page -> source.close());
    PagePrefetcher pages = prefetcher(source, 4);

    assertThatIllegalStateException().isThrownBy(pages::next).withMessage("this client is closed");
    assertThat(threads.tasks).isEmpty();
  }

  @Test
  void anInterruptionEndsEverythingAndKeepsTheFlag() {
    FakePages source = FakePages.of(100);
    PagePrefetcher pages = prefetcher(source, 4);
    pages.next();

    Thread.currentThread().interrupt();

    assertThatThrownBy(pages::next)
        .isInstanceOf(ThriveInterruptedException.class)
        .hasMessage(
            "The thread was interrupted while it waited for page 2 of audience \"tech-team\" of"
                + " TEST.");
    assertThat(Thread.interrupted()).isTrue();
    threads.runAll();
    assertThat(source.requested).containsExactly(1);
  }

  @Test
  void countsEachRequest() {
    PagePrefetcher pages = prefetcher(FakePages.of(1000).retriedAt(2), 1);

    pages.next();
    threads.runAll();
    pages.next();

    assertThat(pages.requests()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void throwsOnceItIsClosed(int parallelism) {
    PagePrefetcher pages = FakePages.of(20).prefetcher(Runnable::run, parallelism);
    pages.next();

    pages.close();

    assertThatIllegalStateException().isThrownBy(pages::hasNext);
    assertThatIllegalStateException().isThrownBy(pages::next);
  }

  private PagePrefetcher prefetcher(FakePages source, int parallelism) {
    return source.prefetcher(threads, parallelism);
  }
}
