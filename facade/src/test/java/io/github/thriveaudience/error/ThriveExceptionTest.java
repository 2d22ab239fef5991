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

/** The fields of an exception: ids, earlier failures, report. */
class ThriveExceptionTest {
  private static final TraversalReport REPORT =
      TraversalReport.builder().verdict(Verdict.INCOMPLETE).nextPage(2).build();

  private final ThriveException first = new ThriveConnectionException("First.", null);
  private final ThriveException second = new ThriveTimeoutException("Second.", null);
  private final ThriveException failure = new MalformedResponseException("Odd.");

  @Test
  void hasNoIdsByDefault() {
    assertThat(failure.correlationId()).isNull();
    assertThat(failure.requestId()).isNull();
    assertThat(failure).hasMessage("Odd.");
  }

  @Test
  void messageEndsWithTheIds() {
    FailureDetails.of(failure).identify("ours", "theirs");

    assertThat(failure.correlationId()).isEqualTo("ours");
    assertThat(failure.requestId()).isEqualTo("theirs");
    assertThat(failure).hasMessage("Odd. Request id: theirs. Correlation id: ours.");
    assertThat(failure)
        .hasToString(
            "io.github.thriveaudience.error.MalformedResponseException: Odd. Request id: theirs."
                + " Correlation id: ours.");
  }

  @Test
  void messageOmitsAMissingRequestId() {
    FailureDetails.of(failure).identify("ours", null);

    assertThat(failure).hasMessage("Odd. Correlation id: ours.");
  }

  @Test
  void messageNamesTheIdsOnce() {
    ThriveException copy = new MalformedResponseException("Odd. Correlation id: ours.");

    FailureDetails.of(copy).identify("ours", null);

    assertThat(copy).hasMessage("Odd. Correlation id: ours.");
  }

  @Test
  void errorResponseKeepsItsRequestId() {
    ThriveException response =
        new NotFoundException("None.", ApiError.of(404).withRequestId("theirs"));

    FailureDetails.of(response).identify("ours", "other");

    assertThat(response.requestId()).isEqualTo("theirs");
    assertThat(response).hasMessage("None. Request id: theirs. Correlation id: ours.");
  }

  @Test
  void keepsTheIdsOfTheFirstCall() {
    FailureDetails.of(failure).identify("ours", null);

    FailureDetails.of(failure).identify("other", "theirs");

    assertThat(failure.correlationId()).isEqualTo("ours");
    assertThat(failure.requestId()).isNull();
  }

  @Test
  void serializesTheIds() {
    FailureDetails.of(failure).identify("ours", "theirs");

    assertThat(Serialization.deserialized(failure)).hasMessage(failure.getMessage());
  }

  @Test
  void hasNoEarlierFailuresAndNoReportByDefault() {
    assertThat(failure.earlierFailures()).isEmpty();
    assertThat(failure.report()).isNull();
  }

  @Test
  void keepsEarlierFailuresInOrder() {
    FailureDetails.of(failure).addEarlierFailures(List.of(second));
    FailureDetails.of(failure).addEarlierFailures(List.of(first));

    assertThat(failure.earlierFailures()).containsExactly(first, second);
    assertThat(failure).hasNoSuppressedExceptions().hasMessage("Odd.");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> failure.earlierFailures().clear());
  }

  @Test
  void serializesEarlierFailuresAndReport() {
    FailureDetails.of(failure).addEarlierFailures(List.of(first));
    FailureDetails.of(failure).setReport(REPORT);

    ThriveException copy = Serialization.deserialized(failure);

    assertThat(copy.earlierFailures())
        .singleElement()
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasToString(first.toString());
    assertThat(copy.report()).isEqualTo(REPORT);
  }

  @Test
  void reportOfTheOuterListingWins() {
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
