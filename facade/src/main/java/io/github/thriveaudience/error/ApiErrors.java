package io.github.thriveaudience.error;

import io.github.thriveaudience.internal.headers.ResponseHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds the record by the name of its interface, so that it shows as that. */
final class ApiErrors {
  private ApiErrors() {}

  record ApiError(
      int status,
      @Nullable String error,
      @Nullable String message,
      @Nullable String requestId,
      @Nullable Duration retryAfter,
      Map<String, List<String>> headers)
      implements io.github.thriveaudience.error.ApiError {

    ApiError {
      headers = ResponseHeaders.copyOf(headers);
    }

    /** Without the headers, whose names are case-insensitive. */
    @Override
    public int hashCode() {
      return Objects.hash(status, error, message, requestId, retryAfter);
    }

    /** The server's message, and the values of headers, can contain personal data. */
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
          + ResponseHeaders.shown(headers)
          + "]";
    }

    @Override
    public ApiError withError(@Nullable String changed) {
      return new ApiError(status, changed, message, requestId, retryAfter, headers);
    }

    @Override
    public ApiError withMessage(@Nullable String changed) {
      return new ApiError(status, error, changed, requestId, retryAfter, headers);
    }

    @Override
    public ApiError withRequestId(@Nullable String changed) {
      return new ApiError(status, error, message, changed, retryAfter, headers);
    }

    @Override
    public ApiError withRetryAfter(@Nullable Duration changed) {
      return new ApiError(status, error, message, requestId, changed, headers);
    }

    @Override
    public ApiError withHeaders(Map<String, List<String>> changed) {
      Objects.requireNonNull(changed, "headers");
      return new ApiError(status, error, message, requestId, retryAfter, changed);
    }
  }
}
