package io.github.thriveaudience.error;

import java.io.Serial;

/** A status that the API reference does not list, redirects included: none is ever followed. */
public class UnexpectedStatusException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param response what is known of the response
   */
  public UnexpectedStatusException(String message, ApiError response) {
    super(message, response);
  }
}
