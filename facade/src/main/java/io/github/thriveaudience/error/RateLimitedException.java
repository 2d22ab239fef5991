package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 429: too many requests. Wait for {@link #retryAfter()}, or a little longer after each. */
public class RateLimitedException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param response what is known of the response
   */
  public RateLimitedException(String message, ApiError response) {
    super(message, response);
  }
}
