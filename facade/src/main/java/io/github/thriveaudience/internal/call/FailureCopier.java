package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.internal.failure.FailureDetails;
import java.util.Objects;

/**
 * Gives each of those who wait for one request a failure of its own, with its own stack, caused by
 * the failure of the request. One that is shared would collect what each of them suppresses.
 */
public final class FailureCopier {
  private FailureCopier() {}

  public static RuntimeException of(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    RuntimeException copy = copy(failure);
    if (copy.getCause() == null) {
      copy.initCause(failure);
    }
    if (failure instanceof ThriveException known && copy instanceof ThriveException) {
      FailureDetails.of(copy).copyCall(FailureDetails.of(known));
    }
    return copy;
  }

  private static RuntimeException copy(Throwable failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    if (failure instanceof TokenRequestException refusal) {
      return new TokenRequestException(message, refusal.error(), refusal.errorDescription());
    }
    if (failure instanceof ThriveApiException answer) {
      return ApiExceptions.of(error(answer), message);
    }
    if (failure instanceof MalformedResponseException) {
      return new MalformedResponseException(message);
    }
    if (failure instanceof ThriveTimeoutException) {
      return new ThriveTimeoutException(message, failure);
    }
    if (failure instanceof ThriveConnectionException) {
      return new ThriveConnectionException(message, failure);
    }
    return new IllegalStateException(message);
  }

  private static ApiError error(ThriveApiException answer) {
    return ApiError.of(answer.status())
        .withError(answer.error())
        .withMessage(answer.apiMessage())
        .withRequestId(answer.requestId())
        .withRetryAfter(answer.retryAfter());
  }
}
