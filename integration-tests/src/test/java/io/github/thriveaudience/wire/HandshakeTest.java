package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.http.Connection;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failed TLS handshakes, for pages and for tokens. */
@Timeout(60)
class HandshakeTest {
  private static final int ATTEMPTS = 2;

  private Sockets server;
  private SSLContext context = Tls.trusting();

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Sockets.Handler> waysToEnd() {
    return Stream.of(
        connection -> {},
        HandshakeTest::readHello,
        Tls::reset,
        connection -> {
          readHello(connection);
          Tls.reset(connection);
        },
        connection -> {
          readHello(connection);
          // The start of a ServerHello.
          connection.getOutputStream().write(new byte[] {0x16, 3, 3, 0, 100, 2, 0, 0});
        });
  }

  @ParameterizedTest
  @MethodSource("waysToEnd")
  void retriesAHandshakeThatEndsWithoutAnAlert(Sockets.Handler end) {
    server = new Sockets(end);

    for (Throwable failure : failures()) {
      assertThat(failure)
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("the connection was closed")
          .hasMessageContaining("TLS handshake")
          .hasMessageContaining("client certificate");
      assertThat(((ThriveException) failure).earlierFailures())
          .as("earlier attempts")
          .hasSize(ATTEMPTS - 1);
      LeakAssertions.assertNoLeaks(failure);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          40  | it requires a client certificate
          42  | the server requires a client certificate
          48  | the server requires a client certificate
          70  | client and server have no protocol version or cipher suite in common
          71  | client and server have no protocol version or cipher suite in common
          112 | does not know the host name localhost
          116 | the server requires a client certificate
          """)
  void doesNotRetryAfterAnAlert(byte sendAlert, String words) {
    server = new Sockets(connection -> sendAlert(connection, sendAlert));

    assertFinal(words);
  }

  @ParameterizedTest
  @CsvSource({
    "expired, its certificate has expired",
    "future,  its certificate is not yet valid",
    "other,   its certificate is not for this host",
  })
  void doesNotRetryAfterAnInvalidCertificate(String certificate, String words) {
    for (String version : List.of("TLSv1.2", "TLSv1.3")) {
      serve(certificate, socket -> socket.setEnabledProtocols(new String[] {version}));

      assertFinal(words);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void doesNotRetryAfterAnUntrustedCertificate(String version) throws Exception {
    serve("good", socket -> socket.setEnabledProtocols(new String[] {version}));
    context = SSLContext.getDefault();

    assertFinal("its certificate is not trusted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void namesAMissingClientCertificate(String version) {
    serve(
        "good",
        socket -> {
          socket.setEnabledProtocols(new String[] {version});
          socket.setNeedClientAuth(true);
        });

    // Over TLS 1.2 on Java 17 the alert is sometimes lost.
    assertThat(failures())
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining("client certificate"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void suggestsAClientCertificateIfTheConnectionIsClosedAfterTheHandshake(boolean reset) {
    server =
        new Sockets(
            Tls.socket("good", socket -> {}),
            connection -> {
              ((SSLSocket) connection).startHandshake();
              if (reset) {
                Tls.reset(connection);
              }
            });

    for (Throwable failure : failures()) {
      assertThat(failure).hasMessageContaining("requires a client certificate");
      assertThat(((ThriveException) failure).earlierFailures()).hasSize(ATTEMPTS - 1);
    }
  }

  private void serve(String certificate, Consumer<SSLServerSocket> setUp) {
    if (server != null) {
      server.close();
    }
    server = new Sockets(Tls.socket(certificate, setUp), Sockets::head);
  }

  private void assertFinal(String words) {
    for (Throwable failure : failures()) {
      assertThat(failure)
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageStartingWith("The TLS handshake with TEST (")
          .hasMessageContaining(words);
      assertThat(((ThriveException) failure).earlierFailures()).as("earlier attempts").isEmpty();
      LeakAssertions.assertNoLeaks(failure);
    }
  }

  /** The failures of a page and of a token. */
  private List<Throwable> failures() {
    URI uri = URI.create("https://localhost:" + server.port());
    try (Connection page = connection();
        Connection token = connection()) {
      return Arrays.asList(
          catchThrowable(() -> GatewayFixtures.list(GatewayFixtures.basic(uri, page), 1, 1000)),
          catchThrowable(GatewayFixtures.tokens(uri, WireTest.OAUTH2, token)::current));
    }
  }

  private Connection connection() {
    HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build();
    return GatewayFixtures.connection(http, new TestTime(), ATTEMPTS);
  }

  private static void readHello(Socket connection) throws IOException {
    connection.getInputStream().read(new byte[16_384]);
  }

  private static void sendAlert(Socket connection, byte sendAlert) throws IOException {
    readHello(connection);
    connection.getOutputStream().write(new byte[] {0x15, 3, 3, 0, 2, 2, sendAlert});
    connection.getOutputStream().flush();
    readHello(connection);
  }
}
