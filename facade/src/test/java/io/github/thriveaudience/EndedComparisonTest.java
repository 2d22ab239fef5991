package io.github.thriveaudience;

import static io.github.thriveaudience.ChangesSinceTest.ids;
import static io.github.thriveaudience.ReadingTest.totals;
import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.Readings.reportOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.ManualTime;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comparisons that end early, and their progress. */
class EndedComparisonTest {

  @Test
  void aFailureInALaterReadingEndsTheWhole() {
    NotFoundException failure = FakeAudiences.notFound();
    FakePages source = FakePages.of(25);
    source.beforeEach(
        page -> {
          if (source.requested.size() == 5) {
            throw failure;
          }
        });
    FailedReadings listener = new FailedReadings();

    assertThatThrownBy(() -> members(source).onProgress(listener).changesSince(ids(0, 26)))
        .isSameAs(failure);
    assertThat(listener.only()).isEqualTo(reportOf(failure));
    assertThat(listener.only().nextPage()).isEqualTo(2);
  }

  @Test
  void theListenerIsNotifiedOfEachReading() {
    List<String> pages = new ArrayList<>();

    members(FakePages.of(12))
        .onProgress(progress -> pages.add(progress.reading() + "/" + progress.page()))
        .changesSince(ids(0, 13));

    assertThat(pages).containsExactly("1/1", "1/2", "2/1", "2/2", "3/1", "3/2");
  }

  @Test
  void theDeadlineIsForAllReadings() {
    ManualTime time = new ManualTime(0);
    FakePages source = FakePages.of(5).beforeEach(page -> time.advance(Duration.ofMinutes(1)));
    Members members = members(source, time).deadline(Duration.ofSeconds(90));

    assertThatThrownBy(() -> members.changesSince(ids(0, 6)))
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessageContaining("deadline of PT1M30S");
    assertThat(source.requested).hasSize(2);
  }

  @Test
  void theWaitEndsWithTheDeadlineAndWithAnInterruption() {
    FakePages source = totals(25, 24, 25);
    FailedReadings listener = new FailedReadings();

    assertThatThrownBy(
            () ->
                members(source)
                    .deadline(Duration.ofSeconds(4))
                    .onProgress(listener)
                    .changesSince(ids(0, 26)))
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessageContaining("it reached the wait of PT5S before reading 2.");
    assertThat(listener.only().verdict()).isEqualTo(Verdict.DRIFTED);
    source.onPause(
        () -> {
          throw new InterruptedException();
        });
    assertThatThrownBy(() -> members(source).changesSince(ids(0, 26)))
        .isInstanceOf(ThriveInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
