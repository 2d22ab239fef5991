package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exception that each waiting caller gets if a shared request fails. */
class FailureCopierTest {
  private static final ApiError ERROR =
      ApiError.of(429)
          .withError("Too Many Requests")
          .withMessage("slow down")
          .withRequestId("id-1")
          .withRetryAfter(Duration.ofSeconds(7))
          .withHeaders(Map.of("X-Left", List.of("0")));

  static Stream<RuntimeException> failures() {
    return Stream.of(
        new TokenRequestException("refused", "invalid_client", "unknown"),
        ApiExceptions.of(ERROR, "too many"),
        new MalformedResponseException("odd"),
        new ThriveTimeoutException("late", new IOException("slow")),
        new ThriveConnectionException("reset", new IOException("gone")),
        new IllegalStateException("this client is closed"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void hasTheSameTypeAndTheOriginalAsCause(RuntimeException failure) {
    RuntimeException copy = FailureCopier.of(failure);

    assertThat(copy)
        .isExactlyInstanceOf(failure.getClass())
        .isNotSameAs(failure)
        .hasMessage(failure.getMessage());
    assertThat(copy.getCause()).isSameAs(failure);
    assertThat(copy.getStackTrace()[0].getClassName())
        .startsWith(FailureCopier.class.getPackageName());
  }

  /** The cause is documented as what the supplier threw. */
  @Test
  void keepsTheCauseOfAFailedSupplier() {
    IOException thrown = new IOException("gone");
    ThriveException failure = SupplierFailures.failed("the credentials", thrown);
    ThriveException unusable = SupplierFailures.unusable("the credentials", "null", null);

    assertThat(FailureCopier.of(failure))
        .isExactlyInstanceOf(SupplierFailedException.class)
        .isNotSameAs(failure)
        .hasMessage(failure.getMessage())
        .hasCause(thrown);
    assertThat(FailureCopier.of(unusable))
        .isExactlyInstanceOf(SupplierFailedException.class)
        .hasCause(unusable);
  }

  @Test
  void keepsIdsAndEarlierFailures() {
    ThriveException earlier = new ThriveConnectionException("earlier", null);
    ThriveException failure = new MalformedResponseException("odd");
    FailureDetails.of(failure).identify("ours", "theirs");
    FailureDetails.of(failure).addEarlierFailures(List.of(earlier));
    FailureDetails.of(failure)
        .setReport(TraversalReport.builder().verdict(Verdict.INCOMPLETE).build());

    ThriveException copy = (ThriveException) FailureCopier.of(failure);

    assertThat(copy).hasMessage(failure.getMessage()).hasNoSuppressedExceptions();
    assertThat(copy.correlationId()).isEqualTo("ours");
    assertThat(copy.requestId()).isEqualTo("theirs");
    assertThat(copy.earlierFailures()).containsExactly(earlier);
    assertThat(copy.report()).as("the report of another listing").isNull();
  }

  /** The waiting thread was not interrupted, and its flag is not set. */
  @Test
  void isNoInterruptionIfTheRequestingThreadWasInterrupted() {
    ThriveException interrupted = new ThriveInterruptedException("interrupted", null);
    FailureDetails.of(interrupted).identify("ours", null);

    assertThat(FailureCopier.of(interrupted))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("interrupted Correlation id: ours.")
        .hasCause(interrupted);
  }

  @Test
  void throwsAnErrorItself() {
    Error error = new AssertionError("jane.doe");

    assertThatThrownBy(() -> FailureCopier.of(error)).isSameAs(error);
  }

  @Test
  void keepsTheDetailsOfTheResponse() {
    assertThat(FailureCopier.of(ApiExceptions.of(ERROR, "too many")))
        .isInstanceOfSatisfying(
            ThriveApiException.class,
            copy -> {
              assertThat(copy.status()).isEqualTo(429);
              assertThat(copy.error()).isEqualTo("Too Many Requests");
              assertThat(copy.apiMessage()).isEqualTo("slow down");
              assertThat(copy.requestId()).isEqualTo("id-1");
              assertThat(copy.retryAfter()).isEqualTo(Duration.ofSeconds(7));
              assertThat(copy.headers()).isEqualTo(Map.of("X-Left", List.of("0")));
            });
    assertThat(FailureCopier.of(new TokenRequestException("refused", "invalid_client", "unknown")))
        .isInstanceOfSatisfying(
            TokenRequestException.class,
            copy -> {
              assertThat(copy.error()).isEqualTo("invalid_client");
              assertThat(copy.errorDescription()).isEqualTo("unknown");
            });
  }
}
