package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.BadRequestException;
import io.github.thriveaudience.error.ConflictException;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import io.github.thriveaudience.error.UnprocessableContentException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The exceptions that belong to statuses. */
public final class ApiExceptions {
  private ApiExceptions() {}

  public static ThriveApiException of(ApiError error, String message) {
    return switch (error.status()) {
      case 400 -> new BadRequestException(message, error);
      case 401 -> new UnauthorizedException(message, error);
      case 403 -> new ForbiddenException(message, error);
      case 404 -> new NotFoundException(message, error);
      case 409 -> new ConflictException(message, error);
      case 422 -> new UnprocessableContentException(message, error);
      case 429 -> new RateLimitedException(message, error);
      default ->
          error.status() / 100 == 5
              ? new ServerErrorException(message, error)
              : new UnexpectedStatusException(message, error);
    };
  }

  /**
   * Whether the server rejected the credentials; a token endpoint may do so with a 400 (RFC 6749,
   * section 5.2).
   *
   * @param status the status of the response, or null if there is none
   */
  static boolean isRejection(ThriveException failure, @Nullable Integer status) {
    return failure instanceof UnauthorizedException
        || (failure instanceof TokenRequestException refusal
            && (Objects.equals(status, 401) || refusal.error().equals("invalid_client")));
  }

  /** Whether the server refused a request only because it received too many. */
  public static boolean isThrottled(ThriveException failure) {
    return failure instanceof ThriveApiException response
        && (response.status() == 429
            || (response.status() == 503 && response.retryAfter() != null));
  }
}
