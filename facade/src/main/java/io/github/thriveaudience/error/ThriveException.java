package io.github.thriveaudience.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The base of all exceptions that a call of the API can end in. */
public abstract class ThriveException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception without a cause.
   *
   * @param message what happened, to which environment and audience, and what to try
   */
  protected ThriveException(String message) {
    super(message);
  }

  /**
   * An exception with a cause.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param cause what led to it, or null
   */
  protected ThriveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
