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
 * What of a transport's failure may be shown. The JDK quotes what a server sent, which can be a
 * member's data, so only the words of failures that come before any answer are kept.
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

  /** The same failure, or one with the same stack whose message is no more than its class. */
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
