package io.github.thriveaudience.readme;

import static io.github.thriveaudience.readme.Trouble.thrownBy;
import static java.util.Map.entry;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.wire.Http2Server;
import io.github.thriveaudience.wire.Sockets;
import io.github.thriveaudience.wire.Tls;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/** What goes wrong between the client and a server's answer, by the words that the user sees. */
final class TroubleOnTheWay {
  private static final byte PROTOCOL_VERSION = 70;
  private static final byte CERTIFICATE_REQUIRED = 116;

  static final Map<String, Trouble> BY_WORDS =
      Map.ofEntries(
          entry("its certificate is not for this host", certificate("other")),
          entry("its certificate has expired", certificate("expired")),
          entry("no protocol version or cipher suite in common", alert(PROTOCOL_VERSION)),
          entry("the server wants a client certificate", alert(CERTIFICATE_REQUIRED)),
          entry(
              "the connection was closed during the TLS handshake",
              server -> tls(server.builder(), new Sockets(TroubleOnTheWay::hello))),
          entry("refused a tunnel to … with the status …", TroubleOnTheWay::noTunnel),
          entry("was not processed", TroubleOnTheWay::refusedStream));

  private TroubleOnTheWay() {}

  private static Trouble certificate(String name) {
    return server ->
        tls(server.builder(), new Sockets(Tls.socket(name, socket -> {}), Sockets::head));
  }

  private static Trouble alert(byte alert) {
    return server ->
        tls(
            server.builder(),
            new Sockets(
                connection -> {
                  hello(connection);
                  connection.getOutputStream().write(new byte[] {0x15, 3, 3, 0, 2, 2, alert});
                  hello(connection);
                }));
  }

  private static void hello(Socket connection) throws IOException {
    connection.getInputStream().read(new byte[16_384]);
  }

  private static String tls(AudienceMembersClient.Builder builder, Sockets sockets) {
    try (sockets) {
      return page(
          builder
              .sslContext(Tls.trusting())
              .baseUri(URI.create("https://localhost:" + sockets.port())));
    }
  }

  private static String noTunnel(SnippetServer server) {
    try (Sockets proxy =
        new Sockets(
            connection -> {
              Sockets.head(connection);
              Sockets.write(connection, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            })) {
      return page(
          server
              .builder()
              .baseUri(URI.create("https://api.example.com"))
              .proxy("127.0.0.1", proxy.port()));
    }
  }

  private static String refusedStream(SnippetServer server) {
    try (Http2Server http2 =
        new Http2Server(
            1,
            (stream, out) ->
                Http2Server.frame(
                    out,
                    Http2Server.RST_STREAM,
                    stream,
                    Http2Server.ints(Http2Server.REFUSED_STREAM)))) {
      return page(
          server
              .builder()
              .httpClient(HttpClient.newBuilder().sslContext(Tls.trusting()).build())
              .callTimeout(Duration.ofMillis(300))
              .baseUri(URI.create("https://localhost:" + http2.port())));
    }
  }

  private static String page(AudienceMembersClient.Builder builder) {
    try (AudienceMembersClient client = builder.build()) {
      return thrownBy(() -> client.members("tech-team").page(1));
    }
  }
}
