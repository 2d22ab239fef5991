package io.github.thriveaudience;

import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.Readings.reportOf;
import static io.github.thriveaudience.internal.listing.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.TraversalProgress;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The report of a reading that failed. */
class FailedReadingTest {
  private final List<String> delivered = new ArrayList<>();
  private final FailedReadings listener = new FailedReadings();

  @Test
  void nestedReadingsLeaveTheReportOfTheOuterOne() {
    MalformedResponseException failure = new MalformedResponseException("no luck");
    FakePages inner = FakePages.of(45);

    assertThatThrownBy(
            () ->
                members(FakePages.of(45))
                    .read(
                        outer ->
                            members(inner)
                                .read(
                                    member -> {
                                      if (member.userId().equals("id-33")) {
                                        throw failure;
                                      }
                                    })))
        .isSameAs(failure);

    assertThat(reportOf(failure).nextPage()).isEqualTo(1);
    assertThat(failure).hasNoSuppressedExceptions();
  }

  @Test
  void theListenerIsNotifiedOfASneakyCheckedExceptionToo() {
    Exception failure = new Exception("sneaky");

    assertThatThrownBy(() -> notifying(FakePages.of(45)).read(member -> sneak(failure)))
        .isSameAs(failure);

    assertThat(listener.only().nextPage()).isEqualTo(1);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable failure) throws E {
    throw (E) failure;
  }

  @Test
  void theReportNamesThePageToContinueWith() {
    MalformedResponseException failure = new MalformedResponseException("no luck");
    FakePages source = FakePages.of(45).failingOnceAt(4, failure);

    assertThatThrownBy(() -> notifying(source).read(member -> delivered.add(member.userId())))
        .isSameAs(failure);
    TraversalReport report = reportOf(failure);

    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.nextPage()).isEqualTo(4);
    assertThat(report.members()).isEqualTo(30);
    assertThat(report.evidence()).contains("The reading failed at page 4.");
    assertThat(listener.only()).isSameAs(report);
    members(source).startingAt(report.nextPage()).read(member -> delivered.add(member.userId()));
    assertThat(delivered).isEqualTo(ids(0, 45));
  }

  @Test
  void aFailureBeforeTheFirstPageHasAReportToo() {
    MalformedResponseException failure = new MalformedResponseException("no luck");
    FakePages source = FakePages.failing(failure);

    assertThatThrownBy(() -> notifying(source).readAll()).isSameAs(failure);
    TraversalReport report = reportOf(failure);

    assertThat(listener.only()).isSameAs(report);
    assertThat(report.nextPage()).isEqualTo(1);
    assertThat(report.firstTotalResults()).isNull();
    assertThat(report.lastTotalResults()).isNull();
    assertThat(report.requests()).isEqualTo(1);
  }

  @Test
  void afterAFailedConsumerItsPageIsTheNextOne() {
    IllegalStateException failure = new IllegalStateException("the database is full");

    assertThatThrownBy(
            () ->
                notifying(FakePages.of(45))
                    .read(
                        member -> {
                          if (member.userId().equals("id-25")) {
                            throw failure;
                          }
                        }))
        .isSameAs(failure);

    assertThat(listener.only().nextPage()).isEqualTo(3);
    assertThat(listener.only().members()).isEqualTo(25);
    assertThat(failure).hasNoSuppressedExceptions();
  }

  @Test
  void aListenerThatFailsDoesNotHideTheFailure() {
    IllegalStateException failure = new IllegalStateException("the database is full");
    AssertionError ofListener = new AssertionError("no terminal");

    assertThatThrownBy(() -> readWithBrokenListener(failure, ofListener)).isSameAs(failure);
    assertThat(failure.getSuppressed()).containsExactly(ofListener);

    assertThatThrownBy(() -> readWithBrokenListener(failure, failure)).isSameAs(failure);
    assertThat(failure.getSuppressed()).containsExactly(ofListener);
  }

  private static void readWithBrokenListener(RuntimeException failure, Throwable ofListener) {
    members(FakePages.of(45))
        .onProgress(
            new ProgressListener() {
              @Override
              public void pageRead(TraversalProgress progress) {}

              @Override
              public void readFailed(TraversalReport report) {
                FailedReadingTest.<RuntimeException>sneak(ofListener);
              }
            })
        .read(
            member -> {
              throw failure;
            });
  }

  @Test
  void aListenerThatEndsTheReadingIsNotifiedToo() {
    IllegalStateException failure = new IllegalStateException("no terminal");
    FailedReadings broken =
        new FailedReadings() {
          @Override
          public void pageRead(TraversalProgress progress) {
            throw failure;
          }
        };

    assertThatThrownBy(() -> members(FakePages.of(45)).onProgress(broken).readAll())
        .isSameAs(failure);
    assertThat(broken.only().nextPage()).isEqualTo(1);
  }

  @Test
  void onlyReadAndReadAllHaveAReport() {
    MalformedResponseException failure = new MalformedResponseException("no luck");
    FakePages source = FakePages.failing(failure);

    assertThatThrownBy(() -> notifying(source).page(1)).isSameAs(failure);
    assertThatThrownBy(() -> notifying(source).iterator().next()).isSameAs(failure);
    assertThatThrownBy(() -> notifying(source).stream().count()).isSameAs(failure);

    assertThat(failure.report()).isNull();
    assertThat(listener.reports).isEmpty();
  }

  @Test
  void theListenerIsNotNotifiedOfAReadingThatSucceeds() {
    notifying(FakePages.of(45)).read(member -> {});
    notifying(FakePages.of(45)).readAll();

    assertThat(listener.reports).isEmpty();
  }

  private Members notifying(FakePages source) {
    return members(source).onProgress(listener);
  }
}
