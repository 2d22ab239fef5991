package io.github.thriveaudience.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.call.AttemptListener;
import io.github.thriveaudience.listing.MembersPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePrefetcherTest {
  private final ManualThreads threads = new ManualThreads();

  @Test
  void asksForTheFirstPageAloneAndThenForAsManyAsItMay() {
    FakePages source = FakePages.of(45);
    PagePrefetcher window = window(source, 4);

    assertThat(window.next().page()).isEqualTo(1);
    assertThat(source.asked).containsExactly(1);
    assertThat(threads.tasks).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 32})
  void neverHoldsMorePagesThanItsWidth(int width) {
    PagePrefetcher window = window(FakePages.of(1000), width);

    for (int page = 1; page <= 100; page++) {
      assertThat(window.next().page()).isEqualTo(page);
      assertThat(threads.tasks).hasSize(Math.min(width, 100 - page));
      rotate();
    }
    assertThat(window.hasNext()).isFalse();
  }

  /** The next page alone comes. */
  private void rotate() {
    if (!threads.tasks.isEmpty()) {
      threads.runFirst();
    }
  }

  @Test
  void keepsTheOrderOfPagesThatComeInAnother() {
    PagePrefetcher window = window(FakePages.of(45), 4);
    List<Integer> order = new ArrayList<>(List.of(window.next().page()));

    while (!threads.tasks.isEmpty()) {
      threads.runLast();
    }
    while (window.hasNext()) {
      order.add(window.next().page());
    }
    assertThat(order).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void failsWhenTheTurnOfTheFailedPageComesAndAsksForNothingAfterIt() {
    MalformedResponseException failure = new MalformedResponseException("no luck");
    FakePages source = failing(3, failure);
    PagePrefetcher window = window(source, 2);
    window.next();
    threads.runAll();

    assertThat(window.next().page()).isEqualTo(2);
    assertThat(threads.tasks).isEmpty();
    assertThatThrownBy(window::next).isSameAs(failure);
    assertThat(source.asked).containsExactly(1, 2, 3);
  }

  @Test
  void aFailureShowsTheCallersTrace() {
    RuntimeException failure =
        CompletableFuture.supplyAsync(() -> new MalformedResponseException("no luck")).join();
    PagePrefetcher window = window(failing(2, failure), 1);
    window.next();
    threads.runAll();

    assertThat(catchThrowable(window::next).getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .contains("aFailureShowsTheCallersTrace");
  }

  @Test
  void anErrorComesAsItIs() {
    PagePrefetcher window =
        window(
            new FakePages(
                page -> {
                  if (page == 2) {
                    throw new StackOverflowError("deep");
                  }
                  return FakePages.page(45, page);
                }),
            1);
    window.next();
    threads.runAll();

    assertThatThrownBy(window::next).isExactlyInstanceOf(StackOverflowError.class);
  }

  @Test
  void afterAFailureThatPageIsTheNextOne() {
    Set<Integer> failed = new HashSet<>();
    FakePages source =
        new FakePages(
            page -> {
              if (page == 3 && failed.add(page)) {
                throw new MalformedResponseException("no luck");
              }
              return FakePages.page(45, page);
            });
    PagePrefetcher window = window(source, 3);
    window.next();
    threads.runAll();
    window.next();
    threads.runAll();
    assertThatThrownBy(window::next).isInstanceOf(MalformedResponseException.class);

    threads.runNext();
    assertThat(window.next().page()).isEqualTo(3);
    threads.runAll();
    assertThat(window.next().page()).isEqualTo(4);
  }

  @Test
  void whatNoThreadWouldReadIsAFailureToo() {
    Executor full =
        task -> {
          throw new RejectedExecutionException("no more threads");
        };
    FakePages source = FakePages.of(45);
    PagePrefetcher window = FakePages.window(source, full, 2);

    assertThatThrownBy(window::next).isInstanceOf(RejectedExecutionException.class);
    assertThat(window.hasNext()).isTrue();
    assertThatThrownBy(window::next).isInstanceOf(RejectedExecutionException.class);
    assertThat(source.asked).isEmpty();
  }

  @Test
  void dropsPagesBeyondTheEndOfAListThatShrinks() {
    FakePages source = new FakePages(page -> FakePages.page(page < 3 ? 100 : 25, page));
    PagePrefetcher window = window(source, 4);
    window.next();
    threads.runAll();
    assertThat(window.next().page()).isEqualTo(2);
    assertThat(window.next().page()).isEqualTo(3);

    assertThat(window.hasNext()).isFalse();
  }

  @Test
  void closingCancelsWhatIsUnderWayAndStartsNothingMore() {
    FakePages source = FakePages.of(100);
    PagePrefetcher window = window(source, 4);
    window.next();

    window.close();
    threads.runAll();

    assertThat(source.asked).containsExactly(1);
    assertThatIllegalStateException()
        .isThrownBy(window::next)
        .withMessage("this listing is closed");
  }

  @Test
  void closingWhileAPageIsReadStartsNothingMore() {
    List<PagePrefetcher> window = new ArrayList<>();
    FakePages source =
        new FakePages(
            page -> {
              window.get(0).close();
              return FakePages.page(100, page);
            });
    window.add(window(source, 4));

    assertThatIllegalStateException().isThrownBy(window.get(0)::next);
    threads.runAll();
    assertThat(source.asked).containsExactly(1);
    assertThat(Thread.interrupted()).as("since the page was cancelled on this thread").isTrue();
  }

  @Test
  void anInterruptionEndsEverythingAndKeepsTheFlag() {
    FakePages source = FakePages.of(100);
    PagePrefetcher window = window(source, 4);
    window.next();

    Thread.currentThread().interrupt();

    assertThatThrownBy(window::next)
        .isInstanceOf(ThriveInterruptedException.class)
        .hasMessage(
            "The thread was interrupted while it waited for page 2 of audience \"tech-team\" of"
                + " TEST.");
    assertThat(Thread.interrupted()).isTrue();
    threads.runAll();
    assertThat(source.asked).containsExactly(1);
  }

  @Test
  void halvesTheWindowForAServerThatIsAskedTooMuch() {
    Throttled source = new Throttled(1);
    PagePrefetcher window = FakePages.window(source, threads, 8);

    window.next();
    assertThat(threads.tasks).hasSize(4);

    int underWay = 0;
    for (int page = 2; page <= 30; page++) {
      threads.runFirst();
      window.next();
      underWay = threads.tasks.size();
    }
    assertThat(underWay).as("when it has widened again").isEqualTo(8);
  }

  @Test
  void pagesThatHaveComeTakeNoRoomFromThoseUnderWay() {
    PagePrefetcher window = FakePages.window(new Throttled(1), threads, 8);
    window.next();
    threads.runAll();

    window.next();

    assertThat(threads.tasks).as("as many as the narrowed window allows").hasSize(4);
  }

  @Test
  void countsEveryRequest() {
    PagePrefetcher window = FakePages.window(new Throttled(2), threads, 1);

    window.next();
    threads.runAll();
    window.next();

    assertThat(window.requests()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void closingEndsIt(int width) {
    PagePrefetcher window = FakePages.window(FakePages.of(20), Runnable::run, width);
    window.next();

    window.close();

    assertThatIllegalStateException().isThrownBy(window::hasNext);
    assertThatIllegalStateException().isThrownBy(window::next);
  }

  /** Answers 429 once to the first requests for one page, and then with the page. */
  private record Throttled(int throttled) implements PageSource {
    @Override
    public MembersPage read(PageRequest request) {
      int page = request.page();
      AttemptListener listener = request.listener();
      listener.sent();
      if (page == throttled) {
        listener.failed(new RateLimitedException("slower", ApiError.of(429)));
        listener.sent();
      }
      return FakePages.page(1000, page);
    }

    @Override
    public void pause(Duration wait) {}

    @Override
    public void requireOpen() {}

    @Override
    public String subject() {
      return "audience";
    }
  }

  private PagePrefetcher window(FakePages source, int width) {
    return FakePages.window(source, threads, width);
  }

  private static FakePages failing(int failing, RuntimeException failure) {
    return new FakePages(
        page -> {
          if (page == failing) {
            throw failure;
          }
          return FakePages.page(100, page);
        });
  }
}
