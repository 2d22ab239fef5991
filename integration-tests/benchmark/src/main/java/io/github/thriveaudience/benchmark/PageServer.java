package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * Serves pages on the loopback interface at minimal cost: one thread per connection, one read per
 * request and one write of prepared bytes. It runs in its own process, so that it is not part of
 * any figure.
 */
final class PageServer {
  private static final int MAX_HEAD_BYTES = 8192;

  private final PreparedResponses responses = new PreparedResponses();

  private PageServer() {}

  /**
   * Prints the port and serves until standard input ends.
   *
   * @param arguments {@code https} for TLS with the key store of the JVM's system properties
   */
  public static void main(String[] arguments) throws IOException {
    try (ServerSocket socket = listen(arguments[0].equals("https"))) {
      ServerProgram.start(() -> new PageServer().accept(socket));
      ServerProgram.serve(socket.getLocalPort());
    }
  }

  private static ServerSocket listen(boolean tls) throws IOException {
    ServerSocketFactory sockets =
        tls ? SSLServerSocketFactory.getDefault() : ServerSocketFactory.getDefault();
    return sockets.createServerSocket(0, 64, InetAddress.getLoopbackAddress());
  }

  private void accept(ServerSocket server) {
    try {
      while (true) {
        Socket connection = server.accept();
        ServerProgram.start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The process ends.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      byte[] buffer = new byte[MAX_HEAD_BYTES];
      int length = readHead(connection.getInputStream(), buffer);
      while (length > 0) {
        respond(connection, new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
        length = readHead(connection.getInputStream(), buffer);
      }
    } catch (IOException | InterruptedException e) {
      // The client closed the connection.
    }
  }

  private void respond(Socket connection, String head) throws IOException, InterruptedException {
    PageRequest request = PageRequest.parse(head);
    byte[] response = responses.response(request);
    if (request.delayMillis() > 0) {
      Thread.sleep(request.delayMillis());
    }
    connection.getOutputStream().write(response);
  }

  /** Reads up to the empty line. No client here pipelines requests. */
  private static int readHead(InputStream in, byte[] buffer) throws IOException {
    int length = 0;
    while (!endsWithEmptyLine(buffer, length)) {
      int some = in.read(buffer, length, buffer.length - length);
      if (some <= 0) {
        return 0;
      }
      length += some;
    }
    return length;
  }

  private static boolean endsWithEmptyLine(byte[] buffer, int length) {
    return length >= 4
        && buffer[length - 4] == '\r'
        && buffer[length - 3] == '\n'
        && buffer[length - 2] == '\r'
        && buffer[length - 1] == '\n';
  }
}
