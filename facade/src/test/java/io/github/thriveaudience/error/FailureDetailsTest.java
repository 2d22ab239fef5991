package io.github.thriveaudience.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an exception carries beside its message. */
class FailureDetailsTest {
  private static final TraversalReport REPORT =
      TraversalReport.builder().verdict(Verdict.INCOMPLETE).nextPage(2).build();

  private final ThriveException first = new ThriveConnectionException("First.", null);
  private final ThriveException second = new ThriveTimeoutException("Second.", null);
  private final ThriveException failure = new MalformedResponseException("Odd.");

  @Test
  void thereAreNoneAtFirst() {
    assertThat(failure.earlierFailures()).isEmpty();
    assertThat(failure.report()).isNull();
  }

  @Test
  void earlierFailuresAreInTheOrderOfTheAttempts() {
    FailureDetails.of(failure).addEarlierFailures(List.of(second));
    FailureDetails.of(failure).addEarlierFailures(List.of(first));

    assertThat(failure.earlierFailures()).containsExactly(first, second);
    assertThat(failure).hasNoSuppressedExceptions().hasMessage("Odd.");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> failure.earlierFailures().clear());
  }

  @Test
  void theyAreSerialized() {
    FailureDetails.of(failure).addEarlierFailures(List.of(first));
    FailureDetails.of(failure).setReport(REPORT);

    ThriveException copy = Copies.deserialized(failure);

    assertThat(copy.earlierFailures())
        .singleElement()
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasToString(first.toString());
    assertThat(copy.report()).isEqualTo(REPORT);
  }

  @Test
  void anInconsistentListingThatEndsAnotherListingHasTheReportOfThat() {
    TraversalReport inner = TraversalReport.builder().verdict(Verdict.DRIFTED).build();
    InconsistentListingException inconsistent =
        new InconsistentListingException(
            "Odd.", MembersSnapshot.of(FakePages.page(3, 1).members(), inner));
    assertThat(inconsistent.report()).isEqualTo(inner);

    FailureDetails.of(inconsistent).setReport(REPORT);

    assertThat(inconsistent.report()).isEqualTo(REPORT);
    assertThat(inconsistent.snapshot().report()).isEqualTo(inner);
  }
}
