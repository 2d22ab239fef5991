package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 403: the credentials do not allow the request. A retry does not help. */
public class ForbiddenException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param response what is known of the response
   */
  public ForbiddenException(String message, ApiError response) {
    super(message, response);
  }
}
