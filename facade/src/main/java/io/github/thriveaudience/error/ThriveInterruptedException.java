package io.github.thriveaudience.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The calling thread was interrupted while it waited. Its interrupt flag is set again. */
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
