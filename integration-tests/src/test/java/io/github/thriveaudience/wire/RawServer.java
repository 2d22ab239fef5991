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

/** A socket for what a decent server cannot be told to do: answer in part, or never. */
final class RawServer implements AutoCloseable {
  /** In milliseconds: a test that waits in vain fails rather than hangs. */
  private static final int LONGEST_WAIT = 20_000;

  private final ServerSocket server;

  RawServer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      server.setSoTimeout(LONGEST_WAIT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/rest/v1");
  }

  /** Waits for a request and answers with this, leaving the connection open. */
  Socket answer(String text) throws IOException {
    Socket connection = server.accept();
    connection.setSoTimeout(LONGEST_WAIT);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    while (!in.readLine().isEmpty()) {
      // The request's head ends at an empty line.
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
