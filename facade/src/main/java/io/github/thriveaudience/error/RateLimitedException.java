package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 429: too many requests. Wait for {@link #retryAfter()}, or a little longer each time. */
public class RateLimitedException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for an answer.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param answer what is known of the answer
   */
  public RateLimitedException(String message, ApiError answer) {
    super(message, answer);
  }
}
