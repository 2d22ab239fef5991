package io.github.thriveaudience.internal.response;

import io.github.thriveaudience.error.ApiError;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A response that is an error. It names no call: the gateway that made the call turns it into an
 * exception that does.
 */
public final class ErrorResponse extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final ApiError error;
  private final @Nullable String errorDescription;

  ErrorResponse(ApiError error, @Nullable String errorDescription) {
    super(null, null, false, false);
    this.error = error;
    this.errorDescription = errorDescription;
  }

  public ApiError error() {
    return error;
  }

  /** The field {@code error_description} of the body, or null if there is none. */
  public @Nullable String errorDescription() {
    return errorDescription;
  }
}
