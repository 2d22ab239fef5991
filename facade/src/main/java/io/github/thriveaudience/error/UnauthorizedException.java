package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 401: the API did not accept the credentials. A retry does not help. */
public class UnauthorizedException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param response what is known of the response
   */
  public UnauthorizedException(String message, ApiError response) {
    super(message, response);
  }
}
