package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 500 to 599: the server, or a gateway before it, failed. Retry later. */
public class ServerErrorException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param response what is known of the response
   */
  public ServerErrorException(String message, ApiError response) {
    super(message, response);
  }
}
