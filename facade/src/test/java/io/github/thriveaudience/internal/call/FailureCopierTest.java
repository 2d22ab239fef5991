package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each of those gets who wait for one request that fails. */
class FailureCopierTest {
  private static final ApiError ANSWER =
      ApiError.of(429)
          .withError("Too Many Requests")
          .withMessage("slow down")
          .withRequestId("id-1")
          .withRetryAfter(Duration.ofSeconds(7));

  static Stream<RuntimeException> failures() {
    return Stream.of(
        new TokenRequestException("refused", "invalid_client", "unknown"),
        ApiExceptions.of(ANSWER, "too many"),
        new MalformedResponseException("odd"),
        new ThriveTimeoutException("late", new IOException("slow")),
        new ThriveConnectionException("reset", new IOException("gone")),
        new IllegalStateException("this client is closed"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isAFailureOfTheSameKindCausedByTheOneOfTheRequest(RuntimeException failure) {
    RuntimeException earlier = new ThriveConnectionException("earlier", null);
    failure.addSuppressed(earlier);

    RuntimeException copy = FailureCopier.of(failure);

    assertThat(copy)
        .isExactlyInstanceOf(failure.getClass())
        .isNotSameAs(failure)
        .hasMessage(failure.getMessage());
    assertThat(copy.getCause()).isSameAs(failure);
    assertThat(copy.getSuppressed()).containsExactly(earlier);
  }

  @Test
  void isTheErrorItselfIfItIsOne() {
    Error error = new AssertionError("jane.doe");

    assertThatThrownBy(() -> FailureCopier.of(error)).isSameAs(error);
  }

  @Test
  void keepsWhatTheServerSaid() {
    assertThat(FailureCopier.of(ApiExceptions.of(ANSWER, "too many")))
        .isInstanceOfSatisfying(
            ThriveApiException.class,
            copy -> {
              assertThat(copy.status()).isEqualTo(429);
              assertThat(copy.error()).isEqualTo("Too Many Requests");
              assertThat(copy.apiMessage()).isEqualTo("slow down");
              assertThat(copy.requestId()).isEqualTo("id-1");
              assertThat(copy.retryAfter()).isEqualTo(Duration.ofSeconds(7));
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
