package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.internal.failure.FailureDetails;
import java.util.Objects;

/**
 * Gives each caller that waits for one shared request an exception of its own: with its own stack
 * trace, and with the failure of the request as its cause, or with what a supplier threw. A shared
 * one would carry the report of another caller's listing.
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
    if (failure instanceof ThriveApiException response) {
      return ApiExceptions.of(error(response), message);
    }
    if (failure instanceof MalformedResponseException) {
      return new MalformedResponseException(message);
    }
    if (failure instanceof SupplierFailedException) {
      // Its cause is documented as what the supplier threw.
      return new SupplierFailedException(
          message, Objects.requireNonNullElse(failure.getCause(), failure));
    }
    if (failure instanceof ThriveTimeoutException) {
      return new ThriveTimeoutException(message, failure);
    }
    if (failure instanceof ThriveConnectionException) {
      return new ThriveConnectionException(message, failure);
    }
    return new IllegalStateException(message);
  }

  private static ApiError error(ThriveApiException response) {
    return ApiError.of(response.status())
        .withError(response.error())
        .withMessage(response.apiMessage())
        .withRequestId(response.requestId())
        .withRetryAfter(response.retryAfter())
        .withHeaders(response.headers());
  }
}
