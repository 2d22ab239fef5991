package io.github.thriveaudience.readme;

import static io.github.thriveaudience.readme.Cause.reading;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.wire.Http2Server;
import io.github.thriveaudience.wire.Sockets;
import io.github.thriveaudience.wire.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;

/** Connections that fail or carry no response. */
final class ConnectionCauses {
  private static final byte PROTOCOL_VERSION = 70;
  private static final byte CERTIFICATE_REQUIRED = 116;
  private static final Duration SHORT = Duration.ofMillis(100);

  private ConnectionCauses() {}

  static void addTo(Map<String, Cause> causes) {
    causes.put(
        "The host name … cannot be resolved",
        server -> reading(server.builder().baseUri(URI.create("https://no-such-api.invalid"))));
    causes.put("The connection to … was refused", ConnectionCauses::closedPort);
    causes.put(
        "Connecting to … timed out.",
        // A handshake is a part of connecting.
        silent((port, client) -> client.baseUri(https(port)).connectTimeout(SHORT)));
    causes.put(
        "No complete response from … within … ms.",
        silent((port, client) -> client.baseUri(http(port)).requestTimeout(SHORT)));
    causes.put("its certificate is not trusted", ConnectionCauses::unknownAuthority);
    causes.put("its certificate is not for this host", certificate("other"));
    causes.put("its certificate has expired", certificate("expired"));
    causes.put("no protocol version or cipher suite in common", alert(PROTOCOL_VERSION));
    causes.put("the server requires a client certificate", alert(CERTIFICATE_REQUIRED));
    causes.put(
        "the connection was closed during the TLS handshake",
        server -> readingOverTls(server, new Sockets(ConnectionCauses::readHello)));
    causes.put("refused a tunnel to … with the status …", ConnectionCauses::refusedTunnel);
    causes.put("was not processed", ConnectionCauses::refusedStream);
  }

  private static URI http(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static URI https(int port) {
    return URI.create("https://localhost:" + port);
  }

  private static String closedPort(SnippetServer server) throws IOException {
    int port;
    try (ServerSocket socket = socket()) {
      port = socket.getLocalPort();
    }
    return reading(server.builder().baseUri(http(port)));
  }

  private static ServerSocket socket() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  /** A server that accepts connections and never sends a byte. */
  private static Cause silent(
      BiFunction<Integer, AudienceMembersClient.Builder, AudienceMembersClient.Builder> settings) {
    return server -> {
      try (ServerSocket socket = socket()) {
        return reading(settings.apply(socket.getLocalPort(), server.builder()));
      }
    };
  }

  private static String unknownAuthority(SnippetServer server) {
    try (Sockets sockets = withCertificate("good")) {
      return reading(server.builder().baseUri(https(sockets.port())));
    }
  }

  private static Cause certificate(String name) {
    return server -> readingOverTls(server, withCertificate(name));
  }

  private static Sockets withCertificate(String name) {
    return new Sockets(Tls.socket(name, socket -> {}), Sockets::head);
  }

  private static Cause alert(byte alert) {
    return server ->
        readingOverTls(
            server,
            new Sockets(
                connection -> {
                  readHello(connection);
                  connection.getOutputStream().write(new byte[] {0x15, 3, 3, 0, 2, 2, alert});
                  readHello(connection);
                }));
  }

  private static void readHello(Socket connection) throws IOException {
    connection.getInputStream().read(new byte[16_384]);
  }

  private static String readingOverTls(SnippetServer server, Sockets sockets) {
    try (sockets) {
      return reading(server.builder().sslContext(Tls.trusting()).baseUri(https(sockets.port())));
    }
  }

  private static String refusedTunnel(SnippetServer server) {
    try (Sockets proxy =
        new Sockets(
            connection -> {
              Sockets.head(connection);
              Sockets.write(connection, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            })) {
      return reading(
          server
              .builder()
              .baseUri(URI.create("https://api.example.com"))
              .proxy("127.0.0.1", proxy.port()));
    }
  }

  private static String refusedStream(SnippetServer server) {
    byte[] refused = Http2Server.ints(Http2Server.REFUSED_STREAM);
    try (Http2Server http2 =
        new Http2Server(
            1, (stream, out) -> Http2Server.frame(out, Http2Server.RST_STREAM, stream, refused))) {
      return reading(
          server
              .builder()
              .httpClient(HttpClient.newBuilder().sslContext(Tls.trusting()).build())
              .callTimeout(Duration.ofSeconds(1))
              .baseUri(https(http2.port())));
    }
  }
}
