package io.github.thriveaudience;

import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.Readings.reportOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.ManualTime;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The maximum time of a whole reading. */
class DeadlineTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ManualTime time = new ManualTime(17);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  static Stream<Consumer<Members>> ways() {
    return Stream.of(
        members -> members.forEach(member -> {}),
        members -> members.stream().forEach(member -> {}),
        members -> members.read(member -> {}),
        Members::readAll,
        members -> members.parallelism(4).readAll());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void endsAReadingThatTakesTooLong(Consumer<Members> way) {
    FakePages source = slow(Duration.ofSeconds(25), 45);

    assertThatThrownBy(() -> way.accept(minuteFor(source)))
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessageContaining(
            "The reading of audience \"tech-team\" of TEST did not end within its")
        .hasMessageContaining("deadline of PT1M: it reached page ");
    assertThat(source.requested.size()).isLessThan(10);
  }

  @Test
  void saysHowFarTheReadingCame() {
    List<AudienceMember> delivered = new ArrayList<>();

    assertThatThrownBy(
            () ->
                members(FakePages.of(45), time)
                    .deadline(MINUTE)
                    .forEach(
                        member -> {
                          delivered.add(member);
                          time.advance(Duration.ofSeconds(3));
                        }))
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessage(
            "The reading of audience \"tech-team\" of TEST did not end within its deadline of PT1M:"
                + " it reached page 3 of 5, after 20 members.");
    assertThat(delivered).as("the page that had been read is delivered").hasSize(20);
  }

  @Test
  void doesNotAffectAReadingThatHasEnded() {
    Iterator<AudienceMember> iterator = minuteFor(FakePages.of(10)).iterator();
    time.advance(MINUTE.multipliedBy(5));

    for (int i = 0; i < 10; i++) {
      iterator.next();
      time.advance(MINUTE);
    }
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void eachReadingHasItsOwn() {
    Members members = minuteFor(slow(Duration.ofSeconds(25), 15));

    assertThat(members).hasSize(15);
    assertThat(members.read(member -> {}).verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(members).hasSize(15);
  }

  @Test
  void cancelsRequestsInFlight() throws Exception {
    CountDownLatch inFlight = new CountDownLatch(4);
    CountDownLatch cancelled = new CountDownLatch(4);
    FakePages source =
        FakePages.of(100)
            .beforeEach(
                page -> {
                  if (page > 1) {
                    inFlight.countDown();
                    hang(cancelled);
                  }
                });

    Throwable failure =
        catchThrowable(
            () ->
                new DefaultMembers(source, threads, new TimeThatPassesAfter(inFlight))
                    .parallelism(4)
                    .deadline(Duration.ofMillis(100))
                    .readAll());

    assertThat(failure)
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessageContaining("page 2 of 10, after 10 members");
    TraversalReport report = reportOf(failure);
    assertThat(report.nextPage()).isEqualTo(2);
    assertThat(report.isResumable()).isTrue();
    assertThat(cancelled.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void boundsASinglePage() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    FakePages source = hanging(cancelled);

    assertThatThrownBy(
            () ->
                new DefaultMembers(source, threads, Time.SYSTEM)
                    .deadline(Duration.ofMillis(50))
                    .page(7))
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessage(
            "The reading of audience \"tech-team\" of TEST did not end within its deadline of"
                + " PT0.05S: it reached page 7.");
    assertThat(cancelled.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void returnsAPageThatArrivesInTime() {
    assertThat(new DefaultMembers(FakePages.of(25), threads, Time.SYSTEM).deadline(MINUTE).page(3))
        .isEqualTo(FakePages.page(25, 3));
    IllegalStateException failure = new IllegalStateException("no luck");
    FakePages failing = FakePages.failing(failure);
    assertThatThrownBy(
            () -> new DefaultMembers(failing, threads, Time.SYSTEM).deadline(MINUTE).page(3))
        .isSameAs(failure);
  }

  @Test
  void saysThatNoPageWasRead() {
    assertThatThrownBy(
            () ->
                new DefaultMembers(hanging(new CountDownLatch(1)), threads, time)
                    .deadline(MINUTE)
                    .readAll())
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessageContaining("it reached page 1, before the first member.");
  }

  @Test
  void coversAllRepetitions() {
    AtomicInteger pages = new AtomicInteger();
    FakePages source =
        FakePages.returning(
                page -> FakePages.page(pages.incrementAndGet() % 2 == 0 ? 24 : 25, page))
            .beforeEach(page -> time.advance(Duration.ofSeconds(8)));

    Throwable failure =
        catchThrowable(() -> minuteFor(source).readAll(ReadPolicy.untilConsistent(20)));

    assertThat(failure).isInstanceOf(ThriveTimeoutException.class);
    assertThat(reportOf(failure).verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(pages.get()).isBetween(7, 9);
  }

  @Test
  void noWaitBeginsThatWouldEndAfterIt() {
    AtomicInteger pages = new AtomicInteger();
    FakePages source =
        FakePages.returning(
            page -> FakePages.page(pages.incrementAndGet() % 2 == 0 ? 24 : 25, page));

    Throwable failure =
        catchThrowable(
            () ->
                minuteFor(source)
                    .readAll(ReadPolicy.untilConsistent(3).withWait(MINUTE.plusMillis(1))));

    assertThat(failure)
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessageContaining("it reached the wait of PT1M0.001S before reading 2 of 3.");
    assertThat(((ThriveException) failure).earlierFailures())
        .singleElement()
        .isInstanceOfSatisfying(
            InconsistentListingException.class,
            earlier -> assertThat(earlier.snapshot().members()).hasSize(25));
    assertThat(reportOf(failure).verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(source.waits).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT168H0.000000001S", "P365000000D"})
  void refusesADeadlineOutOfRange(Duration deadline) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> minuteFor(FakePages.of(1)).deadline(deadline))
        .withMessage("deadline must be more than zero and at most 7 days, but was " + deadline);
  }

  private FakePages slow(Duration page, int total) {
    return FakePages.of(total).beforeEach(number -> time.advance(page));
  }

  private static void hang(CountDownLatch cancelled) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      cancelled.countDown();
    }
  }

  private static FakePages hanging(CountDownLatch cancelled) {
    return FakePages.of(0).beforeEach(page -> hang(cancelled));
  }

  private Members minuteFor(FakePages source) {
    return members(source, time).deadline(MINUTE);
  }
}
