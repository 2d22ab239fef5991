package io.github.thriveaudience.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** No whole answer came: no connection, a broken one, or none in time. */
public class ThriveConnectionException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for a request without an answer.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param cause what the transport reported, or null
   */
  public ThriveConnectionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
