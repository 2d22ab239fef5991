package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 403: the credentials do not allow the request. A retry does not help. */
public class ForbiddenException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for an answer.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param answer what is known of the answer
   */
  public ForbiddenException(String message, ApiError answer) {
    super(message, answer);
  }
}
