package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveConnectionException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The server did not process the request: there was no free HTTP/2 stream, or the server refused it
 * unprocessed. A retry costs no attempt.
 */
public final class RequestNotSentException extends ThriveConnectionException {
  @Serial private static final long serialVersionUID = 1L;

  public RequestNotSentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
