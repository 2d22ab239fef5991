package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/**
 * A program that prints what a page takes without a client: from the request to the last byte of
 * the response on an open connection, TLS included. Nothing is parsed.
 */
final class ServerTimeProgram {
  private static final int WARM_UPS = 2_000;
  private static final int EXCHANGES = 1_000;

  private final PreparedResponses responses = new PreparedResponses();
  private final URI baseUri;

  private ServerTimeProgram(URI baseUri) {
    this.baseUri = baseUri;
  }

  /**
   * Prints the median in milliseconds.
   *
   * @param arguments the API's address
   */
  public static void main(String[] arguments) throws IOException {
    System.out.println(new ServerTimeProgram(URI.create(arguments[0])).measure().median());
  }

  private Samples measure() throws IOException {
    Samples samples = new Samples();
    try (Socket socket =
        SSLSocketFactory.getDefault().createSocket(baseUri.getHost(), baseUri.getPort())) {
      socket.setTcpNoDelay(true);
      for (int i = 0; i < WARM_UPS + EXCHANGES; i++) {
        double millis = exchange(socket, 1 + i % (NetworkProgram.MEMBERS / TestAccount.PAGE_SIZE));
        if (i >= WARM_UPS) {
          samples.add(millis);
        }
      }
    }
    return samples;
  }

  private double exchange(Socket socket, int page) throws IOException {
    PageRequest request = new PageRequest(NetworkProgram.MEMBERS, 0, page, TestAccount.PAGE_SIZE);
    int length = responses.response(request).length;
    byte[] head = head(page).getBytes(StandardCharsets.US_ASCII);
    InputStream in = socket.getInputStream();
    long start = System.nanoTime();
    socket.getOutputStream().write(head);
    if (in.readNBytes(length).length < length) {
      throw new IOException("truncated response");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private String head(int page) {
    return """
        GET %s/audiences/%s/members?page=%d&perPage=%d HTTP/1.1
        Host: %s
        Authorization: %s

        """
        .formatted(
            baseUri.getPath(),
            NetworkProgram.AUDIENCE,
            page,
            TestAccount.PAGE_SIZE,
            baseUri.getAuthority(),
            TestAccount.authorization())
        .replace("\n", "\r\n");
  }
}
