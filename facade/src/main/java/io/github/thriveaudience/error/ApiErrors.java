package io.github.thriveaudience.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Holds the record by the name of its interface, so that it shows as that. */
final class ApiErrors {
  private ApiErrors() {}

  record ApiError(
      int status,
      @Nullable String error,
      @Nullable String message,
      @Nullable String requestId,
      @Nullable Duration retryAfter)
      implements io.github.thriveaudience.error.ApiError {

    /** The server's message can contain personal data. */
    @Override
    public String toString() {
      return "ApiError[status="
          + status
          + ", error="
          + error
          + ", message="
          + (message == null ? null : "***")
          + ", requestId="
          + requestId
          + ", retryAfter="
          + retryAfter
          + "]";
    }

    @Override
    public ApiError withError(@Nullable String changed) {
      return new ApiError(status, changed, message, requestId, retryAfter);
    }

    @Override
    public ApiError withMessage(@Nullable String changed) {
      return new ApiError(status, error, changed, requestId, retryAfter);
    }

    @Override
    public ApiError withRequestId(@Nullable String changed) {
      return new ApiError(status, error, message, changed, retryAfter);
    }

    @Override
    public ApiError withRetryAfter(@Nullable Duration changed) {
      return new ApiError(status, error, message, requestId, changed);
    }
  }
}
