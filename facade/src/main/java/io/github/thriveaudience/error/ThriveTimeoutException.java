package io.github.thriveaudience.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** There was no connection, or no complete response, within the time allowed. */
public class ThriveTimeoutException extends ThriveConnectionException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a request, a call or a listing that took too long.
   *
   * @param message which time was exceeded, for which environment and audience
   * @param cause what the transport reported, or null
   */
  public ThriveTimeoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
