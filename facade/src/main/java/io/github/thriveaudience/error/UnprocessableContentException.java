package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 422: the request was understood but cannot be processed. A retry does not help. */
public class UnprocessableContentException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param response what is known of the response
   */
  public UnprocessableContentException(String message, ApiError response) {
    super(message, response);
  }
}
