package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 400: the API refused the request as not valid. A retry does not help. */
public class BadRequestException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param response what is known of the response
   */
  public BadRequestException(String message, ApiError response) {
    super(message, response);
  }
}
