package io.github.thriveaudience.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that opens tunnels, and records the requests for them. */
final class ConnectProxy implements AutoCloseable {
  /** The heads of the requests for a tunnel. */
  final List<String> heads = new CopyOnWriteArrayList<>();

  private final String authorization;
  private final Sockets sockets = new Sockets(this::serve);

  /**
   * Starts a proxy.
   *
   * @param authorization the required value of {@code Proxy-Authorization}
   */
  ConnectProxy(String authorization) {
    this.authorization = authorization;
  }

  int port() {
    return sockets.port();
  }

  private void serve(Socket client) throws IOException {
    String head = Sockets.head(client);
    heads.add(head);
    if (head.contains("\r\nProxy-Authorization: " + authorization + "\r\n")) {
      tunnel(client, head.split("[ :]", 4)[2]);
    } else {
      Sockets.write(
          client,
          "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
    }
  }

  private static void tunnel(Socket client, String port) throws IOException {
    try (Socket server = new Socket(Sockets.LOCAL, Integer.parseInt(port))) {
      Sockets.write(client, "HTTP/1.1 200 Established\r\n\r\n");
      Sockets.start(() -> copy(server, client));
      client.getInputStream().transferTo(server.getOutputStream());
    }
  }

  private static void copy(Socket from, Socket to) {
    try (to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // The client closed the connection.
      return;
    }
  }

  /** Whether any request had a header of this name. */
  boolean received(String header) {
    String line = "\r\n" + header.toLowerCase(Locale.ROOT) + ":";
    return heads.stream().anyMatch(head -> head.toLowerCase(Locale.ROOT).contains(line));
  }

  @Override
  public void close() {
    sockets.close();
  }
}
