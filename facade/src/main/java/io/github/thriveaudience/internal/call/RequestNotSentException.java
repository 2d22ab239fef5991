package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveConnectionException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The server has not processed the request, as HTTP/2 can tell: it never left this machine, or was
 * refused unseen. Sending it again costs no attempt.
 */
public final class RequestNotSentException extends ThriveConnectionException {
  @Serial private static final long serialVersionUID = 1L;

  public RequestNotSentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
