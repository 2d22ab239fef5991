package io.github.thriveaudience.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Classifies the failures that the JDK's HTTP client reports: by their types where these suffice,
 * and otherwise by their messages in JDK 17 and 25. No other class reads these messages. An unknown
 * message is {@link Kind#BROKEN}. A pattern matches a whole message, since some messages quote a
 * server.
 */
final class JdkFailures {

  /** The kinds of failures. */
  enum Kind {
    UNKNOWN_HOST,
    CONNECTION_REFUSED,
    CONNECT_TIMEOUT,
    NOT_TRUSTED,
    EXPIRED,
    NOT_YET_VALID,
    WRONG_HOST,
    NO_COMMON_TLS,
    HANDSHAKE_REFUSED,
    UNKNOWN_SERVER_NAME,
    CLIENT_CERTIFICATE,
    HANDSHAKE_CLOSED,
    NOT_TLS,
    TUNNEL_REFUSED,
    PROXY_CREDENTIALS,
    NO_FREE_STREAM,
    NOT_PROCESSED,
    CLOSED,
    BROKEN
  }

  private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{1,9})");

  private static final List<String> NOT_AUTHENTICATED =
      List.of(
          "too many authentication attempts\\. Limit: \\d+",
          "No credentials provided",
          "Proxy-Authenticate header missing for response code 407");

  private static final List<String> UNPROCESSED =
      List.of("request not processed by peer", "Received RST_STREAM: Stream not processed");

  private static final List<String> CLOSING =
      List.of("Broken pipe", "Connection reset.*", ".* header parser received no bytes");

  private static final List<String> OTHER_HOST =
      List.of("No subject alternative .*", "No name matching .*", "Illegal given domain name.*");

  /** JDK 25 puts the name of the alert first. */
  private static final Pattern ALERT =
      Pattern.compile(
          "(?:\\(\\w+\\) )?(?:Received fatal alert|received handshake warning): (\\w+)");

  /** What the JDK itself refuses. JDK 25 puts the name of the alert that it sends first. */
  private static final List<String> NOTHING_IN_COMMON =
      List.of(
          "\\((?:protocol_version|insufficient_security|handshake_failure)\\) .*",
          ".*No appropriate protocol .*",
          ".*[Ss]erver selected protocol version .*",
          ".*[Ss]erver selected improper ciphersuite .*",
          ".*comply (?:to|with) algorithm constraints.*");

  private static final List<String> CLOSED_IN_HANDSHAKE =
      List.of(
          "Remote host closed the channel",
          "Remote host terminated the handshake",
          "(?:\\(\\w+\\) )?Received close_notify during handshake");

  private JdkFailures() {}

  static Kind kind(Throwable failure) {
    List<Throwable> chain = chain(failure);
    if (has(chain, UnresolvedAddressException.class) || has(chain, UnknownHostException.class)) {
      return Kind.UNKNOWN_HOST;
    }
    if (failure instanceof HttpTimeoutException) {
      return Kind.CONNECT_TIMEOUT;
    }
    if (has(chain, SSLException.class)) {
      return ofTls(chain);
    }
    return has(chain, ConnectException.class) ? ofConnecting(chain) : ofTexts(chain);
  }

  /** The status by which a proxy refused a tunnel. */
  static int tunnelStatus(Throwable failure) {
    return chain(failure).stream()
        .map(one -> TUNNEL.matcher(text(one)))
        .filter(Matcher::matches)
        .map(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElse(0);
  }

  /**
   * The JDK retries a refused connection on the channel that it has closed, and reports the latter.
   */
  private static Kind ofConnecting(List<Throwable> chain) {
    if (has(chain, ClosedChannelException.class) || says(chain, List.of("Connection refused.*"))) {
      return Kind.CONNECTION_REFUSED;
    }
    return says(chain, List.of("Connection reset.*")) ? Kind.HANDSHAKE_CLOSED : Kind.BROKEN;
  }

  private static Kind ofTls(List<Throwable> chain) {
    if (isInvalid(chain, CertificateExpiredException.class, BasicReason.EXPIRED)) {
      return Kind.EXPIRED;
    }
    if (isInvalid(chain, CertificateNotYetValidException.class, BasicReason.NOT_YET_VALID)) {
      return Kind.NOT_YET_VALID;
    }
    if (isOfCertificate(chain)) {
      return says(chain, OTHER_HOST) ? Kind.WRONG_HOST : Kind.NOT_TRUSTED;
    }
    return alert(chain)
        .map(JdkFailures::ofAlert)
        .orElseGet(() -> says(chain, NOTHING_IN_COMMON) ? Kind.NO_COMMON_TLS : ofBreak(chain));
  }

  private static boolean isInvalid(
      List<Throwable> chain, Class<? extends CertificateException> type, BasicReason reason) {
    return has(chain, type)
        || chain.stream()
            .anyMatch(
                one ->
                    one instanceof CertPathValidatorException invalid
                        && invalid.getReason() == reason);
  }

  /**
   * Whether the server's certificate was rejected. The last message is that of an empty trust
   * store.
   */
  private static boolean isOfCertificate(List<Throwable> chain) {
    return has(chain, CertificateException.class)
        || has(chain, CertPathValidatorException.class)
        || has(chain, CertPathBuilderException.class)
        || says(chain, List.of("the trustAnchors parameter must be non-empty"));
  }

  private static Optional<String> alert(List<Throwable> chain) {
    return chain.stream()
        .map(one -> ALERT.matcher(text(one)))
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst();
  }

  /** The alerts of RFC 8446, section 6.2. */
  private static Kind ofAlert(String name) {
    return switch (name) {
      case "protocol_version", "insufficient_security", "no_application_protocol" ->
          Kind.NO_COMMON_TLS;
      case "handshake_failure" -> Kind.HANDSHAKE_REFUSED;
      case "unrecognized_name" -> Kind.UNKNOWN_SERVER_NAME;
      case "certificate_required",
          "no_certificate",
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied" ->
          Kind.CLIENT_CERTIFICATE;
      default -> Kind.BROKEN;
    };
  }

  /** The JDK reports a connection that is closed during the handshake as a failed handshake. */
  private static Kind ofBreak(List<Throwable> chain) {
    if (says(chain, List.of("Unrecognized SSL message, plaintext connection\\?"))) {
      return Kind.NOT_TLS;
    }
    if (says(chain, CLOSED_IN_HANDSHAKE)) {
      return Kind.HANDSHAKE_CLOSED;
    }
    boolean transport =
        chain.stream()
            .anyMatch(one -> one instanceof IOException && !(one instanceof SSLException));
    return transport && has(chain, SSLHandshakeException.class)
        ? Kind.HANDSHAKE_CLOSED
        : ofEnd(chain);
  }

  private static Kind ofTexts(List<Throwable> chain) {
    if (says(chain, List.of("too many concurrent streams"))) {
      return Kind.NO_FREE_STREAM;
    }
    if (says(chain, UNPROCESSED)) {
      return Kind.NOT_PROCESSED;
    }
    if (tunnelStatus(chain.get(0)) > 0) {
      return Kind.TUNNEL_REFUSED;
    }
    if (isUnauthenticated(chain)) {
      return Kind.PROXY_CREDENTIALS;
    }
    return ofEnd(chain);
  }

  /**
   * JDK 25 fails with a {@link NullPointerException} of its own if an authenticator has no
   * credentials for a proxy.
   */
  private static boolean isUnauthenticated(List<Throwable> chain) {
    return says(chain, NOT_AUTHENTICATED)
        || (chain.get(0) instanceof NullPointerException
            && chain.get(0).getStackTrace().length > 0
            && chain.get(0).getStackTrace()[0].getClassName().endsWith(".MultiExchange"));
  }

  private static Kind ofEnd(List<Throwable> chain) {
    boolean closed =
        has(chain, EOFException.class)
            || has(chain, SocketException.class)
            || has(chain, ClosedChannelException.class)
            || says(chain, CLOSING);
    return closed ? Kind.CLOSED : Kind.BROKEN;
  }

  private static List<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause).toList();
  }

  private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
    return chain.stream().anyMatch(type::isInstance);
  }

  private static boolean says(List<Throwable> chain, List<String> patterns) {
    return chain.stream().anyMatch(one -> patterns.stream().anyMatch(text(one)::matches));
  }

  private static String text(Throwable failure) {
    return failure.getMessage() == null ? "" : failure.getMessage();
  }
}
