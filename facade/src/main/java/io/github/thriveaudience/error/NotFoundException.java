package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 404: there is no audience with this id or reference. A retry does not help. */
public class NotFoundException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param response what is known of the response
   */
  public NotFoundException(String message, ApiError response) {
    super(message, response);
  }
}
