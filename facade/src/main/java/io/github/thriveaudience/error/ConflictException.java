package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 409: the request conflicts with the state of the audience. A retry does not help. */
public class ConflictException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param response what is known of the response
   */
  public ConflictException(String message, ApiError response) {
    super(message, response);
  }
}
