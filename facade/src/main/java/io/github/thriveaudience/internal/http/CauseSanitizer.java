package io.github.thriveaudience.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * Removes texts that may quote a response from the causes of an exception, since they can be
 * personal data. It keeps the messages of failures that happen before any response.
 */
final class CauseSanitizer {
  private static final List<Class<? extends IOException>> OWN_WORDS =
      List.of(
          ConnectException.class,
          UnknownHostException.class,
          SSLException.class,
          HttpTimeoutException.class,
          ClosedChannelException.class,
          EOFException.class);

  private CauseSanitizer() {}

  /**
   * The same failure, or one with the same stack trace and the name of its class as its message.
   */
  static Throwable withoutData(Throwable failure) {
    if (failure.getCause() == null && OWN_WORDS.stream().anyMatch(c -> c.isInstance(failure))) {
      return failure;
    }
    IOException shown = new IOException(failure.getClass().getName());
    shown.setStackTrace(failure.getStackTrace());
    if (failure.getCause() != null) {
      shown.initCause(withoutData(failure.getCause()));
    }
    return shown;
  }
}
