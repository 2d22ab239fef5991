package io.github.thriveaudience.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * There was no complete response: the connection was refused or broken, the response was truncated,
 * or the time was up.
 */
public class ThriveConnectionException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a request without a complete response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param cause what the transport reported, or null
   */
  public ThriveConnectionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
