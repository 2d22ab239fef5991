package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A server that responds in part, or never. */
final class RawServer implements AutoCloseable {
  /** In milliseconds: a test fails rather than hangs. */
  private static final int TIMEOUT_MILLIS = 20_000;

  private final ServerSocket server;

  RawServer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      server.setSoTimeout(TIMEOUT_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/rest/v1");
  }

  /** Waits for a request, responds with this text, and leaves the connection open. */
  Socket respond(String text) throws IOException {
    Socket connection = server.accept();
    connection.setSoTimeout(TIMEOUT_MILLIS);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    while (!in.readLine().isEmpty()) {
      // Skip the request's head, which ends with an empty line.
    }
    connection.getOutputStream().write(text.getBytes(ISO_8859_1));
    connection.getOutputStream().flush();
    return connection;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
