package io.github.thriveaudience.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an error response. A gateway can respond without the body that the API
 * documents, so everything but the status can be missing. {@code toString()} does not show the
 * message and the values of headers, which can contain personal data. Immutable, equal by value,
 * not for users to implement. For tests: {@code new RateLimitedException("...",
 * ApiError.of(429).withRetryAfter(Duration.ofSeconds(5)))}.
 */
public interface ApiError extends Serializable {

  /**
   * The HTTP status.
   *
   * @return the status, such as 404
   */
  int status();

  /**
   * The {@code error} of the response body.
   *
   * @return the server's own words, such as {@code Not Found}, or null
   */
  @Nullable String error();

  /**
   * The {@code message} of the response body.
   *
   * @return the server's own words, or null
   */
  @Nullable String message();

  /**
   * The id that the server gave the request, for the vendor's support.
   *
   * @return the id, or null
   */
  @Nullable String requestId();

  /**
   * How long the server asks to wait before the next request ({@code Retry-After}).
   *
   * @return zero or more, or null
   */
  @Nullable Duration retryAfter();

  /**
   * The headers of the response that the builder's {@code exposeHeaders} names.
   *
   * @return an immutable map, whose keys are case-insensitive
   */
  Map<String, List<String>> headers();

  /**
   * Creates an error of which only the status is known.
   *
   * @param status the HTTP status
   * @return the error
   */
  static ApiError of(int status) {
    return new ApiErrors.ApiError(status, null, null, null, null, Map.of());
  }

  /**
   * Sets the {@code error} of the response body.
   *
   * @param error the server's own words, or null
   * @return a changed copy
   */
  ApiError withError(@Nullable String error);

  /**
   * Sets the {@code message} of the response body.
   *
   * @param message the server's own words, or null
   * @return a changed copy
   */
  ApiError withMessage(@Nullable String message);

  /**
   * Sets the id that the server gave the request.
   *
   * @param requestId the id, or null
   * @return a changed copy
   */
  ApiError withRequestId(@Nullable String requestId);

  /**
   * Sets how long the server asks to wait.
   *
   * @param retryAfter zero or more, or null
   * @return a changed copy
   */
  ApiError withRetryAfter(@Nullable Duration retryAfter);

  /**
   * Sets the headers of the response.
   *
   * @param headers by their names, which are case-insensitive; they are copied
   * @return a changed copy
   * @throws IllegalArgumentException if two names differ in case alone
   */
  ApiError withHeaders(Map<String, List<String>> headers);
}
