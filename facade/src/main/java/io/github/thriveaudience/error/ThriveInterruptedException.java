package io.github.thriveaudience.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted while it waited. Its interrupt flag is set again. It is no
 * {@link ThriveConnectionException}: who catches the faults of a network in order to run again
 * later does not catch the wish to stop.
 */
public class ThriveInterruptedException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for an interrupted wait.
   *
   * @param message which call was given up
   * @param cause the interruption, or null
   */
  public ThriveInterruptedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
