package io.github.thriveaudience.error;

import java.io.Serial;

/** A status that the API reference does not list, redirects included: none is ever followed. */
public class UnexpectedStatusException extends ThriveApiException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for an answer.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param answer what is known of the answer
   */
  public UnexpectedStatusException(String message, ApiError answer) {
    super(message, answer);
  }
}
