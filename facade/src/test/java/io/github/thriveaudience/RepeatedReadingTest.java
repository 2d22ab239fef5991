package io.github.thriveaudience;

import static io.github.thriveaudience.ReadingTest.totals;
import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.Readings.reportOf;
import static io.github.thriveaudience.error.Serialization.deserialized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.Verdict;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings that are repeated until one is consistent. */
class RepeatedReadingTest {

  @Test
  void refusesAnotherFirstPage() {
    FakePages source = FakePages.of(25);
    Members rest = members(source).startingAt(2);

    assertThatIllegalStateException()
        .isThrownBy(() -> rest.readAll(ReadPolicy.untilConsistent(1)))
        .withMessage("untilConsistent reads from the first page: leave out startingAt and resume");
    assertThat(source.requested).isEmpty();
    assertThat(rest.startingAt(1).readAll(ReadPolicy.untilConsistent(1)).members()).hasSize(25);
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 3", "3, 3"})
  void readsAgainUntilConsistent(int consistentAt, int maxReads) {
    AtomicInteger reads = new AtomicInteger();
    FakePages source =
        FakePages.returning(
            page -> {
              int read = page == 1 ? reads.incrementAndGet() : reads.get();
              return FakePages.page(page == 2 && read < consistentAt ? 24 : 25, page);
            });

    MembersSnapshot snapshot = members(source).readAll(ReadPolicy.untilConsistent(maxReads));

    assertThat(snapshot.isConsistent()).isTrue();
    assertThat(snapshot.report().requests()).isEqualTo(3);
    assertThat(reads).hasValue(consistentAt);
  }

  @Test
  void failsWhenNoReadingIsConsistent() {
    FakePages source = totals(25, 24, 25);
    FailedReadings listener = new FailedReadings();

    Throwable failure =
        catchThrowable(
            () -> members(source).onProgress(listener).readAll(ReadPolicy.untilConsistent(2)));

    assertThat(failure)
        .isInstanceOf(InconsistentListingException.class)
        .hasMessage(
            "None of 2 readings of audience \"tech-team\" of TEST was consistent. The last one was"
                + " DRIFTED: totalResults changed 2 times, first from 25 to 24 at page 2. There"
                + " were no duplicates. 25 members were delivered, as many as the server announced.");
    assertThat(((InconsistentListingException) failure).report().verdict())
        .isEqualTo(Verdict.DRIFTED);
    assertThat(((InconsistentListingException) failure).snapshot().members()).hasSize(25);
    assertThat(listener.only()).isEqualTo(((InconsistentListingException) failure).report());
    assertThat(source.requested).hasSize(6);
    assertThat(source.waits).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void aMaximumOfOneReadsOnce() {
    FakePages source = totals(25, 24, 25);

    assertThatThrownBy(() -> members(source).readAll(ReadPolicy.untilConsistent(1)))
        .isInstanceOf(InconsistentListingException.class);
    assertThat(source.requested).hasSize(3);
    assertThat(source.waits).isEmpty();
  }

  @Test
  void waitsBetweenReadingsAsThePolicySays() {
    FakePages source = totals(25, 24, 25);
    ReadPolicy policy = ReadPolicy.untilConsistent(4);

    assertThatThrownBy(() -> members(source).readAll(policy.withWait(Duration.ofHours(2))))
        .isInstanceOf(InconsistentListingException.class);
    assertThat(source.waits).hasSize(3).containsOnly(Duration.ofHours(2));

    assertThatThrownBy(() -> members(source).readAll(policy.withWait(Duration.ZERO)))
        .isInstanceOf(InconsistentListingException.class);
    assertThat(source.waits).hasSize(3);
  }

  @Test
  void aClientThatIsClosedDuringTheWaitLeavesTheReportToTheListener() {
    FakePages source = totals(25, 24, 25);
    IllegalStateException closed = new IllegalStateException("this client is closed");
    source.onPause(
        () -> {
          throw closed;
        });
    FailedReadings listener = new FailedReadings();

    assertThatThrownBy(
            () -> members(source).onProgress(listener).readAll(ReadPolicy.untilConsistent(3)))
        .isSameAs(closed);
    assertThat(listener.only().verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(listener.only().members()).isEqualTo(25);
    assertThat(closed).hasNoSuppressedExceptions();
    assertThat(source.requested).hasSize(3);
  }

  @Test
  void anInterruptionEndsTheWait() {
    FakePages source = totals(25, 24, 25);
    source.onPause(
        () -> {
          throw new InterruptedException();
        });

    assertThatThrownBy(() -> members(source).readAll(ReadPolicy.untilConsistent(3)))
        .isInstanceOf(ThriveInterruptedException.class)
        .hasMessage(
            "The thread was interrupted between two readings of audience \"tech-team\" of TEST.")
        .satisfies(failure -> assertThat(reportOf(failure).members()).isEqualTo(25));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anExceptionIsSerializedWithItsReport() {
    InconsistentListingException failure =
        catchThrowableOfType(
            InconsistentListingException.class,
            () -> members(totals(25, 24, 25)).readAll(ReadPolicy.untilConsistent(1)));

    InconsistentListingException copy = deserialized(failure);

    assertThat(copy.report()).isEqualTo(failure.report());
    assertThatIllegalStateException()
        .as("the snapshot, which has personal data, is not serialized")
        .isThrownBy(copy::snapshot);
  }
}
