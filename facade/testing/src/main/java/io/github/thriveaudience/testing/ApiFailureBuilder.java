package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.internal.call.CallDescription;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Builds the exception of a response with an error: see {@link TestFailures#status}. For one
 * thread.
 */
public final class ApiFailureBuilder extends FailureBuilder<ApiFailureBuilder, ThriveApiException> {
  private ApiError error;

  ApiFailureBuilder(int status) {
    this.error = ApiError.of(ApiFailures.requireError(status));
  }

  /**
   * Sets the {@code error} of the response body.
   *
   * @param text the server's words, such as {@code Not Found}; default: none
   * @return this
   */
  public ApiFailureBuilder error(String text) {
    error = error.withError(text);
    return this;
  }

  /**
   * Sets the {@code message} of the response body, which the message of the exception leaves out.
   *
   * @param text the server's words; default: none
   * @return this
   */
  public ApiFailureBuilder apiMessage(String text) {
    error = error.withMessage(text);
    return this;
  }

  /**
   * Sets the id that the server gave the request.
   *
   * @param id the id; default: none
   * @return this
   */
  public ApiFailureBuilder requestId(String id) {
    error = error.withRequestId(id);
    return this;
  }

  /**
   * Sets how long the server asks to wait, which the message says.
   *
   * @param wait zero or more; default: not said
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public ApiFailureBuilder retryAfter(Duration wait) {
    error = error.withRetryAfter(Check.notNegative("retryAfter", wait));
    return this;
  }

  /**
   * Sets the headers of the response that the client exposes, which the message leaves out.
   *
   * @param headers by their names, which are case-insensitive; they are copied. Default: none
   * @return this
   * @throws IllegalArgumentException if two names differ in case alone
   */
  public ApiFailureBuilder headers(Map<String, List<String>> headers) {
    error = error.withHeaders(headers);
    return this;
  }

  @Override
  ThriveApiException create(CallDescription call) {
    return ApiFailures.of(call, error);
  }
}
