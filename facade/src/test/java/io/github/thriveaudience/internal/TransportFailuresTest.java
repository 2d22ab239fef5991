package io.github.thriveaudience.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reports of the JDK's HTTP client become. */
class TransportFailuresTest {
  private static final Call CALL = Calls.OF_MEMBERS;

  @Test
  void aConnectionThatDoesNotComeAboutIsATimeout() {
    IOException cause = new HttpConnectTimeoutException("HTTP connect timed out");

    assertThat(TransportFailures.of(CALL, cause))
        .isExactlyInstanceOf(ThriveTimeoutException.class)
        .hasMessage("No connection to TEST (audience \"tech-team\") came about in time.")
        .hasCause(cause);
  }

  static Stream<Exception> breaks() {
    return Stream.of(new SocketException("Connection reset"), new EOFException("EOF reached"));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aHandshakeThatBreaksOffMayBeTriedAgain(Exception cause) {
    assertThat(TransportFailures.of(CALL, handshake(cause)))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageStartingWith("No whole answer came from TEST (audience \"tech-team\"): ");
  }

  @Test
  void aCertificateThatIsNotTrustedIsFinal() {
    assertThat(
            TransportFailures.of(
                CALL, new IOException(handshake(new IllegalArgumentException("unknown issuer")))))
        .isInstanceOfSatisfying(
            FinalFailure.class,
            last ->
                assertThat(last.failure())
                    .isExactlyInstanceOf(ThriveConnectionException.class)
                    .hasMessageStartingWith(
                        "The TLS handshake with TEST (audience \"tech-team\")"));
  }

  @Test
  void aBodyThatIsTooLargeIsMalformedHoweverDeepItIsWrapped() {
    assertThat(TransportFailures.of(CALL, new IOException(new TooLargeException(99))))
        .isExactlyInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("99");
  }

  private static SSLHandshakeException handshake(Exception cause) {
    SSLHandshakeException handshake = new SSLHandshakeException("failed");
    handshake.initCause(cause);
    return handshake;
  }
}
