package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.Calls;
import io.github.thriveaudience.internal.call.NonRetryableException;
import io.github.thriveaudience.internal.call.RequestNotSentException;
import io.github.thriveaudience.internal.response.ResponseTooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exceptions for failures of the JDK's HTTP client. */
class TransportFailuresTest {
  private static final TransportFailures FAILURES = new TransportFailures(Calls.OF_MEMBERS, null);

  @Test
  void connectTimeoutIsATimeout() {
    IOException cause = new HttpConnectTimeoutException("HTTP connect timed out");

    assertThat(of(cause))
        .isExactlyInstanceOf(ThriveTimeoutException.class)
        .hasMessage("Connecting to TEST (audience \"tech-team\") timed out.")
        .hasCause(cause);
  }

  static Stream<Exception> brokenConnections() {
    return Stream.of(new SocketException("Connection reset"), new EOFException("EOF reached"));
  }

  @ParameterizedTest
  @MethodSource("brokenConnections")
  void brokenHandshakeIsRetryable(Exception cause) {
    assertThat(of(handshake(cause)))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageStartingWith("No complete response from TEST (audience \"tech-team\"): ");
  }

  @Test
  void untrustedCertificateIsFinal() {
    assertThat(of(new IOException(handshake(new CertificateException("unknown issuer")))))
        .isInstanceOfSatisfying(
            NonRetryableException.class,
            last ->
                assertThat(last.failure())
                    .isExactlyInstanceOf(ThriveConnectionException.class)
                    .hasMessageStartingWith(
                        "The TLS handshake with TEST (audience \"tech-team\")"));
  }

  @Test
  void tooLargeBodyIsMalformed() {
    assertThat(of(new IOException(new ResponseTooLargeException(99))))
        .isExactlyInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("99");
  }

  static Stream<Arguments> finalHandshakeFailures() {
    return Stream.of(
        arguments("certificate is not trusted", new CertificateException("x")),
        arguments("certificate has expired", new CertificateExpiredException("x")),
        arguments("certificate is not yet valid", new CertificateNotYetValidException("x")),
        arguments(
            "certificate is not for this host", new CertificateException("No name matching x")),
        arguments("no protocol version or cipher suite in common", alert("protocol_version")),
        arguments("or it requires a client certificate", alert("handshake_failure")),
        arguments("does not know the host name api.example.com", alert("unrecognized_name")),
        arguments("the server requires a client certificate", alert("certificate_required")));
  }

  private static SSLHandshakeException alert(String name) {
    return new SSLHandshakeException("Received fatal alert: " + name);
  }

  @ParameterizedTest
  @MethodSource("finalHandshakeFailures")
  void finalHandshakeFailureIsNamed(String words, Exception cause) {
    assertThat(of(handshake(cause)))
        .isInstanceOfSatisfying(
            NonRetryableException.class,
            last ->
                assertThat(last.failure())
                    .isExactlyInstanceOf(ThriveConnectionException.class)
                    .hasMessageContaining(words));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 405, 501, 302, 999})
  void refusedTunnelIsFinal(int status) {
    assertThat(byProxy(new IOException("Tunnel failed, got: " + status)))
        .isInstanceOfSatisfying(
            NonRetryableException.class,
            last ->
                assertThat(last.failure())
                    .hasMessageStartingWith(
                        "The proxy proxy.example.com:3128 refused a tunnel to TEST (audience"
                            + " \"tech-team\") with the status "
                            + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void temporarilyRefusedTunnelIsRetryable(int status) {
    assertThat(byProxy(new IOException("Tunnel failed, got: " + status)))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageContaining("with the status " + status);
  }

  @Test
  void unknownHostIsNamed() {
    IOException cause = new ConnectException();
    cause.initCause(new UnresolvedAddressException());

    assertThat(of(cause))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageStartingWith("The host name api.example.com cannot be resolved");
    assertThat(byProxy(cause))
        .hasMessageStartingWith("The host name proxy.example.com of the proxy cannot be resolved");
  }

  @Test
  void refusedConnectionIsNamed() {
    IOException cause = new ConnectException("Connection refused");

    assertThat(of(cause)).hasMessageStartingWith("The connection to TEST (");
    assertThat(byProxy(cause))
        .hasMessageStartingWith("The connection to the proxy proxy.example.com:3128 on the way to");
  }

  @Test
  void closedTlsConnectionSuggestsAClientCertificate() {
    IOException cause = new EOFException();

    assertThat(of(cause))
        .hasMessageContaining("closed before a response came")
        .hasMessageContaining("client certificate");
    assertThat(FAILURES.of(cause, true))
        .hasMessageContaining("in the middle of the response")
        .hasMessageNotContaining("client certificate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"too many concurrent streams", "request not processed by peer"})
  void unprocessedRequestWasNotSent(String words) {
    assertThat(of(new IOException(words)))
        .isExactlyInstanceOf(RequestNotSentException.class)
        .hasMessageContaining("Version.HTTP_1_1");
  }

  private static RuntimeException byProxy(Throwable cause) {
    return new TransportFailures(
            Calls.OF_MEMBERS, InetSocketAddress.createUnresolved("proxy.example.com", 3128))
        .of(cause, false);
  }

  private static RuntimeException of(Throwable cause) {
    return FAILURES.of(cause, false);
  }

  private static SSLHandshakeException handshake(Exception cause) {
    SSLHandshakeException handshake = new SSLHandshakeException("failed");
    handshake.initCause(cause);
    return handshake;
  }
}
