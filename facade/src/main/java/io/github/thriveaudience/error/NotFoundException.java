package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 404: there is no audience with this id or reference. A retry does not help. */
public class NotFoundException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for an answer.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param answer what is known of the answer
   */
  public NotFoundException(String message, ApiError answer) {
    super(message, answer);
  }
}
