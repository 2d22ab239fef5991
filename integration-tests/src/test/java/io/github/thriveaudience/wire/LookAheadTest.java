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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are read ahead of the caller: how many, and in which order. */
class LookAheadTest extends PagedServerTest {

  @Test
  void theNextPageIsUnderWayWhileTheCallerWorksOnOne() {
    members.iterator().next();

    await(() -> server.asked.size() == 2);
    assertThat(server.asked).containsExactly(1, 2);
  }

  @Test
  void oneListingHasNeverMoreThanOneRequestUnderWay() {
    assertThat(members).hasSize(TOTAL);

    assertThat(server.mostAtOnce).hasValue(1);
    assertThat(server.asked).hasSize(PAGES);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16})
  void asManyPagesAreUnderWayAsWereAskedFor(int parallelism) {
    CountDownLatch all = new CountDownLatch(parallelism);
    server.handling =
        page -> {
          if (page > 1) {
            all.countDown();
            all.await();
          }
          return PagedServer.ok(TOTAL, page);
        };

    assertThat(members.parallelism(parallelism)).hasSize(TOTAL);

    assertThat(server.mostAtOnce).hasValue(parallelism);
    assertThat(server.asked).hasSize(PAGES).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aSlowCallerIsNeverMorePagesBehindThanWereAskedFor(int parallelism) {
    AtomicInteger delivered = new AtomicInteger();

    members
        .parallelism(parallelism)
        .forEach(
            member -> {
              int page = delivered.getAndIncrement() / 10 + 1;
              int ahead = Math.min(PAGES, page + parallelism);
              await(() -> server.asked.size() == ahead);
            });
    assertThat(delivered).hasValue(TOTAL);
  }

  @Test
  void membersComeInTheSameOrderWhateverTheOrderOfTheAnswers() {
    List<AudienceMember> oneByOne = members.readAll().members();
    Map<Integer, CountDownLatch> answered = new ConcurrentHashMap<>();
    IntStream.rangeClosed(1, PAGES).forEach(page -> answered.put(page, new CountDownLatch(1)));
    server.handling =
        page -> {
          // Of the sixteen pages that are under way together, the last is answered first.
          if (page > 1 && page < PAGES && (page - 1) % 16 != 0) {
            answered.get(page + 1).await();
          }
          answered.get(page).countDown();
          return PagedServer.ok(TOTAL, page);
        };

    MembersSnapshot atOnce = members.parallelism(16).readAll();

    assertThat(atOnce.members()).isEqualTo(oneByOne).hasSize(TOTAL);
    assertThat(atOnce.report().verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(atOnce.report().requests()).isEqualTo(PAGES);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void aFailingPageFailsTheListingAsItWouldAlone(int parallelism) {
    server.handling =
        page -> page == 5 ? PagedServer.answer("404 Not Found", "") : PagedServer.ok(TOTAL, page);
    List<AudienceMember> delivered = new ArrayList<>();

    Throwable failure =
        catchThrowable(() -> members.parallelism(parallelism).forEach(delivered::add));

    assertThat(failure).isExactlyInstanceOf(NotFoundException.class);
    assertThat(withoutId(failure)).isEqualTo(withoutId(catchThrowable(() -> members.page(5))));
    assertThat(delivered).hasSize(40);
    assertThat(server.asked.size()).isLessThanOrEqualTo(5 + parallelism);
  }

  @Test
  void aBrokenOffReadingGoesOnWhereItEnded() {
    server.handling =
        page -> page == 42 ? PagedServer.answer("404 Not Found", "") : PagedServer.ok(TOTAL, page);
    List<String> delivered = new ArrayList<>();

    Throwable failure =
        catchThrowable(() -> members.parallelism(4).read(m -> delivered.add(m.userId())));
    TraversalReport report = ((ThriveException) failure).report();
    assertThat(report.nextPage()).isEqualTo(42);
    server.handling = page -> PagedServer.ok(TOTAL, page);
    TraversalReport whole = members.resume(report).read(m -> delivered.add(m.userId()));

    assertThat(delivered).isEqualTo(IntStream.rangeClosed(1, TOTAL).mapToObj(Pages::id).toList());
    assertThat(whole.verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void aServerThatIsAskedTooMuchIsAskedLess() {
    AtomicInteger refusals = new AtomicInteger();
    server.handling =
        page -> {
          boolean refused = page > 1 && page < 10 && refusals.getAndIncrement() < 8;
          return refused
              ? PagedServer.answer("429 Too Many Requests", "")
              : PagedServer.ok(TOTAL, page);
        };

    MembersSnapshot snapshot = members.parallelism(8).readAll();

    assertThat(snapshot.members()).hasSize(TOTAL).doesNotHaveDuplicates();
    assertThat(snapshot.report().requests()).isEqualTo(PAGES + 8);
    assertThat(snapshot.report().verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void requestsThatAreRepeatedKeepToTheNarrowedWindow() {
    Set<Integer> refused = ConcurrentHashMap.newKeySet();
    AtomicInteger repeating = new AtomicInteger();
    AtomicInteger mostRepeating = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(8);
    server.handling =
        page -> {
          if (page == 1 || page > 9) {
            return PagedServer.ok(TOTAL, page);
          }
          if (refused.add(page)) {
            return PagedServer.answer("429 Too Many Requests\r\nRetry-After: 1", "");
          }
          mostRepeating.accumulateAndGet(repeating.incrementAndGet(), Math::max);
          // All eight have the same moment to come back at; they must not come together.
          all.countDown();
          all.await(100, TimeUnit.MILLISECONDS);
          repeating.decrementAndGet();
          return PagedServer.ok(TOTAL, page);
        };

    assertThat(members.parallelism(8).readAll().members()).hasSize(TOTAL);

    assertThat(mostRepeating).hasValueLessThanOrEqualTo(4);
  }

  @Test
  void manyPagesThatFailOnceFailNoListing() {
    Set<Integer> failed = ConcurrentHashMap.newKeySet();
    server.handling =
        page ->
            page > 1 && page < 34 && failed.add(page)
                ? PagedServer.answer("503 Service Unavailable", "")
                : PagedServer.ok(TOTAL, page);

    assertThat(members.parallelism(32).readAll().isConsistent()).isTrue();
  }

  private static String withoutId(Throwable failure) {
    return failure.getMessage().replaceAll("Correlation id: [0-9a-f-]{36}", "Correlation id");
  }
}
