package io.github.thriveaudience.internal;

import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import java.io.EOFException;
import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;

/** The exceptions for requests that got no whole answer. */
final class TransportFailures {
  private TransportFailures() {}

  /** The exception for what the HTTP client reports. */
  static RuntimeException of(Call call, Throwable cause) {
    for (Throwable one = cause; one != null; one = one.getCause()) {
      if (one instanceof TooLargeException tooLarge) {
        return call.malformed(tooLarge.getMessage());
      }
      if (one instanceof SentOnce.RefusedException) {
        return noAnswer(call, new EOFException(one.getMessage()));
      }
      if (one instanceof SSLHandshakeException && !isBrokenOff(one)) {
        return new FinalFailure(untrusted(call, cause));
      }
    }
    return cause instanceof HttpTimeoutException
        ? noConnection(call, cause)
        : noAnswer(call, cause);
  }

  /** The JDK calls a connection that breaks in the handshake a failed handshake too. */
  private static boolean isBrokenOff(Throwable handshake) {
    for (Throwable one = handshake; one != null; one = one.getCause()) {
      if (one instanceof SocketException || one instanceof EOFException) {
        return true;
      }
    }
    return false;
  }

  static ThriveConnectionException noAnswer(Call call, Throwable cause) {
    return new ThriveConnectionException(
        Texts.format(
            "No whole answer came from %s (%s): %s. Check the network, a proxy on the way, and that the"
                + " server is up.",
            call.destination(), call.subject(), cause.getClass().getSimpleName()),
        Causes.withoutData(cause));
  }

  static ThriveTimeoutException tooLate(Call call, Duration longest) {
    return new ThriveTimeoutException(
        Texts.format(
            "No whole answer came from %s (%s) within %d ms.",
            call.destination(), call.subject(), longest.toMillis()),
        null);
  }

  static ThriveInterruptedException interrupted(Call call, InterruptedException cause) {
    return new ThriveInterruptedException(
        Texts.format(
            "The thread was interrupted while it waited for %s (%s).",
            call.destination(), call.subject()),
        cause);
  }

  private static ThriveTimeoutException noConnection(Call call, Throwable cause) {
    return new ThriveTimeoutException(
        Texts.format(
            "No connection to %s (%s) came about in time.", call.destination(), call.subject()),
        Causes.withoutData(cause));
  }

  private static ThriveConnectionException untrusted(Call call, Throwable cause) {
    return new ThriveConnectionException(
        Texts.format(
            "The TLS handshake with %s (%s) failed: its certificate is not trusted, or not for this"
                + " host.",
            call.destination(), call.subject()),
        Causes.withoutData(cause));
  }
}
