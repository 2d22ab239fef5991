package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 401: the API did not accept the credentials. A retry does not help. */
public class UnauthorizedException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for an answer.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param answer what is known of the answer
   */
  public UnauthorizedException(String message, ApiError answer) {
    super(message, answer);
  }
}
