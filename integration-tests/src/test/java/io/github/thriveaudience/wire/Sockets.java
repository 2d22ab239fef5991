package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Handles each connection of a server socket on a thread of its own. */
public final class Sockets implements AutoCloseable {
  static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

  /** In milliseconds: a test fails rather than hangs. */
  private static final int TIMEOUT_MILLIS = 20_000;

  /** Handles a connection, which is closed afterwards. */
  public interface Handler {
    void handle(Socket connection) throws IOException;
  }

  /** The accepted connections. */
  final List<Socket> connections = new CopyOnWriteArrayList<>();

  private final ServerSocket server;
  private final Handler handler;

  public Sockets(Handler handler) {
    this(plain(), handler);
  }

  public Sockets(ServerSocket server, Handler handler) {
    this.server = server;
    this.handler = handler;
    start(this::accept);
  }

  private static ServerSocket plain() {
    try {
      return new ServerSocket(0, 50, LOCAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        connection.setSoTimeout(TIMEOUT_MILLIS);
        connections.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The test has ended.
      return;
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      handler.handle(connection);
    } catch (IOException e) {
      // The client closed the connection, as many tests intend.
      return;
    }
  }

  static void start(Runnable work) {
    Thread thread = new Thread(work, "test-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Reads a head up to its empty line, and no further. */
  public static String head(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no head");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  public static void write(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(ISO_8859_1));
    connection.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
