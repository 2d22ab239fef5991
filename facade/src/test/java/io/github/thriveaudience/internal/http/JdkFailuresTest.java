package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.http.JdkFailures.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures as the HTTP clients of JDK 17 and 25 report them. */
class JdkFailuresTest {

  static Stream<Arguments> byType() {
    CertPathValidatorException expired =
        new CertPathValidatorException("any words", null, null, -1, BasicReason.EXPIRED);
    return Stream.of(
        reported(Kind.UNKNOWN_HOST, new ConnectException(), new UnresolvedAddressException()),
        reported(Kind.UNKNOWN_HOST, new IOException(), new UnknownHostException("api.example.com")),
        reported(Kind.CONNECTION_REFUSED, new ConnectException(), new ClosedChannelException()),
        reported(
            Kind.CONNECT_TIMEOUT, new HttpConnectTimeoutException("late"), new ConnectException()),
        reported(Kind.EXPIRED, handshake("x"), new CertificateExpiredException("x")),
        reported(Kind.EXPIRED, handshake("x"), expired),
        reported(Kind.NOT_YET_VALID, handshake("x"), new CertificateNotYetValidException("x")),
        reported(Kind.NOT_TRUSTED, handshake("x"), new CertPathBuilderException("x")),
        reported(Kind.NOT_TRUSTED, handshake("x"), new CertificateException("of the user's own")),
        reported(Kind.HANDSHAKE_CLOSED, handshake("x"), new SocketException("Connection reset")),
        reported(
            Kind.HANDSHAKE_CLOSED, handshake("x"), new IOException("BUFFER_UNDERFLOW with EOF")),
        reported(Kind.CLOSED, new SSLException("x"), new SocketException("Connection reset")),
        reported(Kind.CLOSED, new IOException("x"), new EOFException("EOF reached while reading")));
  }

  private static Arguments reported(Kind kind, Throwable failure, Throwable cause) {
    failure.initCause(cause);
    return Arguments.of(kind, failure);
  }

  private static SSLHandshakeException handshake(String message) {
    return new SSLHandshakeException(message);
  }

  @ParameterizedTest
  @MethodSource
  void byType(Kind kind, Throwable failure) {
    assertThat(JdkFailures.kind(failure)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "certificate_required,      CLIENT_CERTIFICATE",
    "bad_certificate,           CLIENT_CERTIFICATE",
    "unknown_ca,                CLIENT_CERTIFICATE",
    "certificate_expired,       CLIENT_CERTIFICATE",
    "certificate_unknown,       CLIENT_CERTIFICATE",
    "access_denied,             CLIENT_CERTIFICATE",
    "handshake_failure,         HANDSHAKE_REFUSED",
    "protocol_version,          NO_COMMON_TLS",
    "insufficient_security,     NO_COMMON_TLS",
    "unrecognized_name,         UNKNOWN_SERVER_NAME",
    "internal_error,            BROKEN",
    "unheard_of,                BROKEN",
  })
  void byAlert(String alert, Kind kind) {
    String of17 = "Received fatal alert: " + alert;

    assertThat(JdkFailures.kind(handshake(of17))).isEqualTo(kind);
    assertThat(JdkFailures.kind(handshake("(" + alert + ") " + of17))).isEqualTo(kind);
    assertThat(JdkFailures.kind(new SSLException(of17))).isEqualTo(kind);
    assertThat(JdkFailures.kind(handshake("received handshake warning: " + alert))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No appropriate protocol (protocol is disabled or cipher suites are inappropriate) | NO_COMMON_TLS
          (handshake_failure) No appropriate protocol (protocol is disabled) | NO_COMMON_TLS
          The server selected protocol version TLS10 is not accepted by client preferences [TLS13] | NO_COMMON_TLS
          (protocol_version) The server selected protocol version TLS10 is not accepted | NO_COMMON_TLS
          (illegal_parameter) Server selected improper ciphersuite TLS_RSA_WITH_AES_128_CBC_SHA | NO_COMMON_TLS
          DH ServerKeyExchange does not comply to algorithm constraints | NO_COMMON_TLS
          Remote host closed the channel | HANDSHAKE_CLOSED
          Remote host terminated the handshake | HANDSHAKE_CLOSED
          (unexpected_message) Received close_notify during handshake | HANDSHAKE_CLOSED
          Unrecognized SSL message, plaintext connection? | NOT_TLS
          something new | BROKEN
          """)
  void byMessageOfTls(String words, Kind kind) {
    assertThat(JdkFailures.kind(new SSLHandshakeException(words))).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No subject alternative DNS name matching localhost found.",
        "No subject alternative names present",
        "No subject alternative names matching IP address 127.0.0.1 found",
        "No name matching localhost found",
      })
  void byMessageOfHostnameVerification(String words) {
    SSLHandshakeException failure = new SSLHandshakeException("(certificate_unknown) " + words);
    failure.initCause(new CertificateException(words));

    assertThat(JdkFailures.kind(failure)).isEqualTo(Kind.WRONG_HOST);
  }

  @ParameterizedTest
  @CsvSource({
    "too many concurrent streams,                              NO_FREE_STREAM",
    "request not processed by peer,                            NOT_PROCESSED",
    "Received RST_STREAM: Stream not processed,                NOT_PROCESSED",
    "Received RST_STREAM: Internal error,                      BROKEN",
    "'/127.0.0.1:44044: GOAWAY received',                      BROKEN",
    "'Tunnel failed, got: 403',                                TUNNEL_REFUSED",
    "too many authentication attempts. Limit: 3,               PROXY_CREDENTIALS",
    "No credentials provided,                                  PROXY_CREDENTIALS",
    "HTTP/1.1 header parser received no bytes,                 CLOSED",
    "Broken pipe,                                              CLOSED",
    "something new,                                            BROKEN",
  })
  void byMessage(String words, Kind kind) {
    assertThat(JdkFailures.kind(new IOException(words))).isEqualTo(kind);
    assertThat(JdkFailures.kind(new IOException("above", new IOException(words)))).isEqualTo(kind);
  }

  @Test
  void byNullPointerExceptionOfTheJdk() {
    NullPointerException of25 = new NullPointerException("exch.exchImpl is null");
    of25.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("jdk.internal.net.http.MultiExchange", "m", null, -1)
        });

    assertThat(JdkFailures.kind(of25)).isEqualTo(Kind.PROXY_CREDENTIALS);
    assertThat(JdkFailures.kind(new NullPointerException())).isEqualTo(Kind.BROKEN);
  }

  @Test
  void notByQuotedTextOfTheServer() {
    IOException quoted =
        new ProtocolException("Invalid status line: \"request not processed by peer\"");

    assertThat(JdkFailures.kind(quoted)).isEqualTo(Kind.BROKEN);
  }

  @Test
  void readsTheStatusOfARefusedTunnel() {
    assertThat(JdkFailures.tunnelStatus(new IOException("Tunnel failed, got: 502"))).isEqualTo(502);
    assertThat(JdkFailures.tunnelStatus(new IOException())).isZero();
  }
}
