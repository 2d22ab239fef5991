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
import java.util.Objects;
import java.util.function.Predicate;
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

  /** A condition on a failure and its causes, by which it is of a kind. */
  private record Rule(Kind kind, Predicate<List<Throwable>> condition) {}

  private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{1,9})");

  private static final Predicate<List<Throwable>> TLS = has(SSLException.class);

  private static final Predicate<List<Throwable>> CONNECTING = has(ConnectException.class);

  /** The server's certificate was rejected. The message is that of an empty trust store. */
  private static final Predicate<List<Throwable>> CERTIFICATE =
      has(CertificateException.class)
          .or(has(CertPathValidatorException.class))
          .or(has(CertPathBuilderException.class))
          .or(says("the trustAnchors parameter must be non-empty"));

  private static final Predicate<List<Throwable>> ENDED =
      has(EOFException.class)
          .or(has(SocketException.class))
          .or(has(ClosedChannelException.class))
          .or(says("Broken pipe|Connection reset.*|.* header parser received no bytes"));

  /** The first rule that applies decides. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(Kind.UNKNOWN_HOST, has(UnresolvedAddressException.class)),
          new Rule(Kind.UNKNOWN_HOST, has(UnknownHostException.class)),
          new Rule(Kind.CONNECT_TIMEOUT, has(HttpTimeoutException.class)),
          new Rule(
              Kind.EXPIRED,
              TLS.and(has(CertificateExpiredException.class).or(invalid(BasicReason.EXPIRED)))),
          new Rule(
              Kind.NOT_YET_VALID,
              TLS.and(
                  has(CertificateNotYetValidException.class)
                      .or(invalid(BasicReason.NOT_YET_VALID)))),
          new Rule(
              Kind.WRONG_HOST,
              TLS.and(CERTIFICATE)
                  .and(
                      says(
                          "No subject alternative .*|No name matching .*"
                              + "|Illegal given domain name.*"))),
          new Rule(Kind.NOT_TRUSTED, TLS.and(CERTIFICATE)),
          // The alerts of RFC 8446, section 6.2.
          new Rule(
              Kind.NO_COMMON_TLS,
              alert("protocol_version|insufficient_security|no_application_protocol")),
          new Rule(Kind.HANDSHAKE_REFUSED, alert("handshake_failure")),
          new Rule(Kind.UNKNOWN_SERVER_NAME, alert("unrecognized_name")),
          new Rule(
              Kind.CLIENT_CERTIFICATE,
              alert(
                  "(no|bad|unsupported)_certificate"
                      + "|certificate_(required|revoked|expired|unknown)|unknown_ca|access_denied")),
          new Rule(Kind.BROKEN, alert("\\w+")),
          // What the JDK itself refuses. JDK 25 puts the name of the alert that it sends first.
          new Rule(
              Kind.NO_COMMON_TLS,
              TLS.and(
                  says(
                      "\\((protocol_version|insufficient_security|handshake_failure)\\) .*"
                          + "|.*No appropriate protocol .*"
                          + "|.*[Ss]erver selected (protocol version|improper ciphersuite) .*"
                          + "|.*comply (to|with) algorithm constraints.*"))),
          new Rule(
              Kind.NOT_TLS, TLS.and(says("Unrecognized SSL message, plaintext connection\\?"))),
          new Rule(
              Kind.HANDSHAKE_CLOSED,
              TLS.and(
                  says(
                      "Remote host (closed the channel|terminated the handshake)"
                          + "|(\\(\\w+\\) )?Received close_notify during handshake"))),
          // The JDK reports a connection that is closed during the handshake as a failed handshake.
          new Rule(
              Kind.HANDSHAKE_CLOSED,
              has(SSLHandshakeException.class).and(JdkFailures::hasTransportFailure)),
          new Rule(Kind.CLOSED, TLS.and(ENDED)),
          new Rule(Kind.BROKEN, TLS),
          // The JDK retries a refused connection on the channel that it has closed, and reports the
          // latter.
          new Rule(Kind.CONNECTION_REFUSED, CONNECTING.and(has(ClosedChannelException.class))),
          new Rule(Kind.CONNECTION_REFUSED, CONNECTING.and(says("Connection refused.*"))),
          new Rule(Kind.HANDSHAKE_CLOSED, CONNECTING.and(says("Connection reset.*"))),
          new Rule(Kind.BROKEN, CONNECTING),
          new Rule(Kind.NO_FREE_STREAM, says("too many concurrent streams")),
          new Rule(
              Kind.NOT_PROCESSED,
              says("request not processed by peer|Received RST_STREAM: Stream not processed")),
          new Rule(Kind.TUNNEL_REFUSED, says(TUNNEL.pattern())),
          new Rule(
              Kind.PROXY_CREDENTIALS,
              says(
                  "too many authentication attempts\\. Limit: \\d+|No credentials provided"
                      + "|Proxy-Authenticate header missing for response code 407")),
          new Rule(Kind.PROXY_CREDENTIALS, JdkFailures::isMissingCredentialsOn25),
          new Rule(Kind.CLOSED, ENDED));

  private JdkFailures() {}

  static Kind kind(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return RULES.stream()
        .filter(rule -> rule.condition().test(chain))
        .map(Rule::kind)
        .findFirst()
        .orElse(Kind.BROKEN);
  }

  /** The status by which a proxy refused a tunnel. */
  static int tunnelStatus(Throwable failure) {
    return chain(failure).stream()
        .map(one -> TUNNEL.matcher(message(one)))
        .filter(Matcher::matches)
        .map(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElse(0);
  }

  private static Predicate<List<Throwable>> has(Class<? extends Throwable> type) {
    return chain -> chain.stream().anyMatch(type::isInstance);
  }

  private static Predicate<List<Throwable>> says(String regex) {
    Predicate<String> matches = Pattern.compile(regex).asMatchPredicate();
    return chain -> chain.stream().map(JdkFailures::message).anyMatch(matches);
  }

  /** JDK 25 puts the name of the alert first. */
  private static Predicate<List<Throwable>> alert(String names) {
    return TLS.and(
        says("(\\(\\w+\\) )?(Received fatal alert|received handshake warning): (" + names + ")"));
  }

  private static Predicate<List<Throwable>> invalid(BasicReason reason) {
    return chain ->
        chain.stream()
            .anyMatch(
                one ->
                    one instanceof CertPathValidatorException invalid
                        && invalid.getReason() == reason);
  }

  private static boolean hasTransportFailure(List<Throwable> chain) {
    return chain.stream()
        .anyMatch(one -> one instanceof IOException && !(one instanceof SSLException));
  }

  /** JDK 25 fails by itself if an authenticator has no credentials for a proxy. */
  private static boolean isMissingCredentialsOn25(List<Throwable> chain) {
    return chain.stream()
        .filter(NullPointerException.class::isInstance)
        .flatMap(one -> Stream.of(one.getStackTrace()).limit(1))
        .anyMatch(frame -> frame.getClassName().endsWith(".MultiExchange"));
  }

  private static List<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
  }

  private static String message(Throwable failure) {
    return Objects.requireNonNullElse(failure.getMessage(), "");
  }
}
