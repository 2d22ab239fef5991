package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are requested before the caller needs them: how many, and in which order. */
class PrefetchTest extends PagedServerTest {

  @Test
  void requestsTheNextPageWhileTheCallerHandlesOne() {
    members.iterator().next();

    ConcurrentTasks.await(() -> server.requestedPages.size() == 2);
    assertThat(server.requestedPages).containsExactly(1, 2);
  }

  @Test
  void hasOneRequestInFlightByDefault() {
    assertThat(members).hasSize(TOTAL);

    assertThat(server.maxInFlight).hasValue(1);
    assertThat(server.requestedPages).hasSize(PAGES);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16})
  void hasAsManyRequestsInFlightAsSet(int parallelism) {
    CountDownLatch all = new CountDownLatch(parallelism);
    server.handler =
        page -> {
          if (page > 1) {
            all.countDown();
            all.await();
          }
          return PagedServer.ok(TOTAL, page);
        };

    assertThat(members.parallelism(parallelism)).hasSize(TOTAL);

    assertThat(server.maxInFlight).hasValue(parallelism);
    assertThat(server.requestedPages).hasSize(PAGES).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void prefetchesNoMorePagesThanSetForASlowCaller(int parallelism) {
    AtomicInteger delivered = new AtomicInteger();

    members
        .parallelism(parallelism)
        .forEach(
            member -> {
              int page = delivered.getAndIncrement() / 10 + 1;
              int ahead = Math.min(PAGES, page + parallelism);
              ConcurrentTasks.await(() -> server.requestedPages.size() == ahead);
            });
    assertThat(delivered).hasValue(TOTAL);
  }

  @Test
  void deliversMembersInOrderWhateverTheOrderOfResponses() {
    List<AudienceMember> sequential = members.readAll().members();
    Map<Integer, CountDownLatch> responded = new ConcurrentHashMap<>();
    IntStream.rangeClosed(1, PAGES).forEach(page -> responded.put(page, new CountDownLatch(1)));
    server.handler =
        page -> {
          // Of the sixteen pages in flight together, the last is responded to first.
          if (page > 1 && page < PAGES && (page - 1) % 16 != 0) {
            responded.get(page + 1).await();
          }
          responded.get(page).countDown();
          return PagedServer.ok(TOTAL, page);
        };

    MembersSnapshot concurrent = members.parallelism(16).readAll();

    assertThat(concurrent.members()).isEqualTo(sequential).hasSize(TOTAL);
    assertThat(concurrent.report().verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(concurrent.report().requests()).isEqualTo(PAGES);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void failsLikeTheFailedPageAlone(int parallelism) {
    server.handler =
        page -> page == 5 ? PagedServer.response("404 Not Found", "") : PagedServer.ok(TOTAL, page);
    List<AudienceMember> delivered = new ArrayList<>();

    Throwable failure =
        catchThrowable(() -> members.parallelism(parallelism).forEach(delivered::add));

    assertThat(failure).isExactlyInstanceOf(NotFoundException.class);
    assertThat(withoutId(failure)).isEqualTo(withoutId(catchThrowable(() -> members.page(5))));
    assertThat(delivered).hasSize(40);
    assertThat(server.requestedPages.size()).isLessThanOrEqualTo(5 + parallelism);
  }

  @Test
  void resumesWhereAFailedListingEnded() {
    server.handler =
        page ->
            page == 42 ? PagedServer.response("404 Not Found", "") : PagedServer.ok(TOTAL, page);
    List<String> delivered = new ArrayList<>();

    Throwable failure =
        catchThrowable(() -> members.parallelism(4).read(m -> delivered.add(m.userId())));
    TraversalReport report = ((ThriveException) failure).report();
    assertThat(report.nextPage()).isEqualTo(42);
    server.handler = page -> PagedServer.ok(TOTAL, page);
    TraversalReport whole = members.resume(report).read(m -> delivered.add(m.userId()));

    assertThat(delivered).isEqualTo(IntStream.rangeClosed(1, TOTAL).mapToObj(Pages::id).toList());
    assertThat(whole.verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  /** After fifty responses, so that the rate which the client then keeps takes little time. */
  @Test
  void completesAListingThatIsRateLimited() {
    AtomicInteger rejections = new AtomicInteger();
    server.handler =
        page -> {
          boolean rejected = page > 50 && page < 60 && rejections.getAndIncrement() < 8;
          return rejected
              ? PagedServer.response("429 Too Many Requests", "")
              : PagedServer.ok(TOTAL, page);
        };

    MembersSnapshot snapshot = members.parallelism(8).readAll();

    assertThat(snapshot.members()).hasSize(TOTAL).doesNotHaveDuplicates();
    assertThat(snapshot.report().requests()).isEqualTo(PAGES + 8);
    assertThat(snapshot.report().verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void completesAListingWhereManyPagesFailOnce() {
    Set<Integer> failed = ConcurrentHashMap.newKeySet();
    server.handler =
        page ->
            page > 1 && page < 34 && failed.add(page)
                ? PagedServer.response("503 Service Unavailable", "")
                : PagedServer.ok(TOTAL, page);

    assertThat(members.parallelism(32).readAll().isConsistent()).isTrue();
  }

  private static String withoutId(Throwable failure) {
    return failure.getMessage().replaceAll("Correlation id: [0-9a-f-]{36}", "Correlation id");
  }
}
