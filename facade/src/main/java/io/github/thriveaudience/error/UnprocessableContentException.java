package io.github.thriveaudience.error;

import java.io.Serial;

/** Status 422: the request was understood but cannot be processed. A retry does not help. */
public class UnprocessableContentException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for an answer.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param answer what is known of the answer
   */
  public UnprocessableContentException(String message, ApiError answer) {
    super(message, answer);
  }
}
