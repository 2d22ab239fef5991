package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.error.ApiError;
import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A response that is an error. It names no call: the gateway that made the call turns it into an
 * exception that does.
 */
public final class ErrorResponse extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String error;
  private final @Nullable String apiMessage;
  private final @Nullable String errorDescription;
  private final @Nullable Duration retryAfter;

  ErrorResponse(
      int status,
      @Nullable String error,
      @Nullable String apiMessage,
      @Nullable String errorDescription,
      @Nullable Duration retryAfter) {
    super(null, null, false, false);
    this.status = status;
    this.error = error;
    this.apiMessage = apiMessage;
    this.errorDescription = errorDescription;
    this.retryAfter = retryAfter;
  }

  public int status() {
    return status;
  }

  /** The field {@code error} of the body, or null if there is none. */
  public @Nullable String error() {
    return error;
  }

  /** The field {@code error_description} of the body, or null if there is none. */
  public @Nullable String errorDescription() {
    return errorDescription;
  }

  /** What users see of it. */
  public ApiError toApiError(@Nullable String requestId) {
    return new ApiError(status, error, apiMessage, requestId, retryAfter);
  }
}
