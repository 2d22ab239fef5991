package io.github.thriveaudience.quickstart;

import java.io.Serial;

/**
 * More members left than the guard allows. A person decides, so it has an exit status of its own.
 */
final class GuardedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  GuardedException(String message, Throwable cause) {
    super(message, cause);
  }
}
