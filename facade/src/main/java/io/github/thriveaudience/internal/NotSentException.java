package io.github.thriveaudience.internal;

import io.github.thriveaudience.error.ThriveConnectionException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A request that no server has processed: it never left the machine, or the server said that it did
 * not begin it. To send it again costs the server nothing.
 */
final class NotSentException extends ThriveConnectionException {
  @Serial private static final long serialVersionUID = 1L;

  NotSentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
