package io.github.thriveaudience.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted while it waited. Its interrupt flag is set again. This is no
 * {@link ThriveConnectionException}: code that catches network failures in order to run again later
 * must not catch the request to stop.
 */
public class ThriveInterruptedException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for an interrupted wait.
   *
   * @param message which call was interrupted
   * @param cause the interruption, or null
   */
  public ThriveInterruptedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
