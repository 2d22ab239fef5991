package io.github.thriveaudience.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** No connection, or no whole answer, within the time that the client was given. */
public class ThriveTimeoutException extends ThriveConnectionException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for a request that took too long.
   *
   * @param message which time was exceeded, for which environment and audience
   * @param cause what the transport reported, or null
   */
  public ThriveTimeoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
