package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.NonRetryableException;
import io.github.thriveaudience.internal.call.RequestNotSentException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.http.JdkFailures.Kind;
import io.github.thriveaudience.internal.response.ResponseTooLargeException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions for requests without a complete response. */
public final class TransportFailures {
  /** Statuses of a proxy after which a retry may help. */
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

  private static final String MAYBE_CERTIFICATE =
      " A server that requires a client certificate may do so: set one with sslContext.";

  private final CallDescription call;
  private final @Nullable InetSocketAddress proxy;

  /**
   * The failures of a call.
   *
   * @param proxy the proxy, or null
   */
  public TransportFailures(CallDescription call, @Nullable InetSocketAddress proxy) {
    this.call = call;
    this.proxy = proxy;
  }

  /**
   * The exception for a failure of the HTTP client.
   *
   * @param begun whether a response had begun
   */
  public RuntimeException of(Throwable cause, boolean begun) {
    for (Throwable one = cause; one != null; one = one.getCause()) {
      if (one instanceof ResponseTooLargeException tooLarge) {
        return call.malformed(tooLarge.getMessage());
      }
    }
    return of(JdkFailures.kind(cause), cause, begun);
  }

  private RuntimeException of(Kind kind, Throwable cause, boolean begun) {
    String handshake = TlsMessages.of(kind, call);
    if (handshake != null) {
      return new NonRetryableException(connection(inHandshake(handshake), cause));
    }
    return switch (kind) {
      case UNKNOWN_HOST -> connection(unknownHost(), cause);
      case CONNECTION_REFUSED -> connection(refused(), cause);
      case CONNECT_TIMEOUT -> noConnection(cause);
      case HANDSHAKE_CLOSED, NOT_TLS -> brokenHandshake(kind, cause);
      case TUNNEL_REFUSED -> noTunnel(JdkFailures.tunnelStatus(cause), cause);
      case NO_FREE_STREAM, NOT_PROCESSED -> notSent(kind, cause);
      case CLOSED -> closed(cause, begun);
      default -> noResponse(cause);
    };
  }

  private ThriveConnectionException noResponse(Throwable cause) {
    return noResponse(cause.getClass().getSimpleName(), "", cause);
  }

  /** The exception for what the HTTP client throws by itself, which only a given one does. */
  ThriveConnectionException ofGivenClient(RuntimeException cause) {
    return connection(
        Texts.format(
            "The given httpClient failed to send a request to %s (%s): %s. Check its executor and its"
                + " proxy selector.",
            call.destination(), call.subject(), cause.getClass().getSimpleName()),
        cause);
  }

  private ThriveConnectionException noResponse(String why, String advice, Throwable cause) {
    return connection(
        Texts.format(
            "No complete response from %s (%s): %s. Check the network, a proxy on the way, and that the"
                + " server is up.%s",
            call.destination(), call.subject(), why, advice),
        cause);
  }

  private ThriveConnectionException closed(Throwable cause, boolean begun) {
    if (begun) {
      return noResponse("the connection was closed in the middle of the response", "", cause);
    }
    String why = "the connection was closed before a response came";
    return noResponse(why, isTls() ? MAYBE_CERTIFICATE : "", cause);
  }

  private ThriveConnectionException brokenHandshake(Kind kind, Throwable cause) {
    return kind == Kind.NOT_TLS
        ? connection(
            inHandshake("the server there does not speak TLS. Check the port, and for a proxy."),
            cause)
        : noResponse(
            "the connection was closed during the TLS handshake", MAYBE_CERTIFICATE, cause);
  }

  private String inHandshake(String why) {
    return Texts.format(
        "The TLS handshake with %s (%s) failed: %s", call.destination(), call.subject(), why);
  }

  private String unknownHost() {
    return proxy == null
        ? Texts.format(
            "The host name %s cannot be resolved, so that %s (%s) received no request. Check the name, and"
                + " the network's name server; where only a proxy leads out, set proxy(host, port).",
            call.endpoint().baseUri().getHost(), call.destination(), call.subject())
        : Texts.format(
            "The host name %s of the proxy cannot be resolved, so that %s (%s) received no request. Check"
                + " the proxy's name.",
            proxy.getHostString(), call.destination(), call.subject());
  }

  private String refused() {
    return proxy == null
        ? Texts.format(
            "The connection to %s (%s) was refused: no server listens there, or a firewall rejects it."
                + " Where only a proxy leads out, set proxy(host, port).",
            call.destination(), call.subject())
        : Texts.format(
            "The connection to the proxy %s on the way to %s (%s) was refused: nothing listens there,"
                + " or a firewall forbids it.",
            name(proxy), call.destination(), call.subject());
  }

  private ThriveTimeoutException noConnection(Throwable cause) {
    return new ThriveTimeoutException(
        Texts.format(
            "Connecting to %s (%s) timed out.%s",
            call.destination(),
            call.subject(),
            proxy == null ? "" : " The connection goes through the proxy " + name(proxy) + '.'),
        CauseSanitizer.withoutData(cause));
  }

  /** For any status but 407, which the JDK reports as a response. */
  private RuntimeException noTunnel(int status, Throwable cause) {
    ThriveConnectionException refused =
        connection(
            Texts.format(
                "%s refused a tunnel to %s (%s) with the status %d: ask those who run it to allow the"
                    + " host and its port.",
                proxy == null ? "A proxy" : "The proxy " + name(proxy),
                call.destination(),
                call.subject(),
                status),
            cause);
    return PASSING.contains(status) ? refused : new NonRetryableException(refused);
  }

  private RequestNotSentException notSent(Kind kind, Throwable cause) {
    String why =
        kind == Kind.NO_FREE_STREAM
            ? "its HTTP/2 connection has as many requests in flight as the server allows, and the JDK"
                + " does not queue"
            : "the server closed the HTTP/2 stream before it began to process it";
    return new RequestNotSentException(
        Texts.format(
            "A request to %s (%s) was not processed: %s. Build the httpClient with Version.HTTP_1_1.",
            call.destination(), call.subject(), why),
        CauseSanitizer.withoutData(cause));
  }

  /**
   * The exception for an attempt that timed out.
   *
   * @param http2 whether HTTP/2 may have been used
   */
  public ThriveTimeoutException timedOut(Duration timeout, boolean http2) {
    return new ThriveTimeoutException(
        Texts.format(
            "No complete response from %s (%s) within %d ms.%s",
            call.destination(),
            call.subject(),
            timeout.toMillis(),
            http2
                ? " Over HTTP/2 a connection whose packets are lost goes on being used: build the"
                    + " httpClient with Version.HTTP_1_1."
                : ""),
        null);
  }

  public ThriveInterruptedException interrupted(InterruptedException cause) {
    return new ThriveInterruptedException(
        Texts.format(
            "The thread was interrupted while it waited for %s (%s).",
            call.destination(), call.subject()),
        cause);
  }

  private boolean isTls() {
    return "https".equals(call.endpoint().baseUri().getScheme());
  }

  private static String name(InetSocketAddress proxy) {
    return proxy.getHostString() + ':' + proxy.getPort();
  }

  private static ThriveConnectionException connection(String message, Throwable cause) {
    return new ThriveConnectionException(message, CauseSanitizer.withoutData(cause));
  }
}
