package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Serves pages on loopback at the least cost that a server can have: a thread a connection, one
 * read of the request, one write of bytes that are ready. A process of its own, so that it is in no
 * figure of a client.
 */
final class PageServer {
  private static final int LONGEST_HEAD = 8192;

  private final PreparedPages pages = new PreparedPages();

  private PageServer() {}

  /** Prints the port, and serves until standard input ends, as it does when the parent ends. */
  public static void main(String[] arguments) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress())) {
      start(() -> new PageServer().accept(socket));
      System.out.println(socket.getLocalPort());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(ServerSocket server) {
    try {
      while (true) {
        Socket connection = server.accept();
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The process ends.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      byte[] buffer = new byte[LONGEST_HEAD];
      int length = readHead(connection.getInputStream(), buffer);
      while (length > 0) {
        answer(connection, new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
        length = readHead(connection.getInputStream(), buffer);
      }
    } catch (IOException | InterruptedException e) {
      // A client that hangs up is nothing to speak of.
    }
  }

  private void answer(Socket connection, String head) throws IOException, InterruptedException {
    PageRequest request = PageRequest.parse(head);
    byte[] answer = pages.answer(request);
    if (request.delayMillis() > 0) {
      Thread.sleep(request.delayMillis());
    }
    connection.getOutputStream().write(answer);
  }

  /** Reads to the empty line. No client here sends a second request before it has its answer. */
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
