package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API on plain sockets. It counts the requests in flight, lets a test hold a response back, and
 * detects when the client cancels a request.
 */
final class PagedServer implements AutoCloseable {
  private static final Pattern PAGE = Pattern.compile("/audiences/([^/]+)/.*[?&]page=(\\d+)");

  /** Responds to the request for a page. */
  interface Handler {

    /** The response's head and body, or null to wait until the client closes the connection. */
    String response(int page) throws Exception;

    /** The same for the page of an audience; by default all audiences are alike. */
    default String response(String audience, int page) throws Exception {
      return response(page);
    }
  }

  /** Responds to the request for a page of an audience. */
  interface AudienceHandler extends Handler {

    @Override
    String response(String audience, int page) throws Exception;

    @Override
    default String response(int page) {
      throw new UnsupportedOperationException();
    }
  }

  final List<Integer> requestedPages = new CopyOnWriteArrayList<>();
  final List<String> requestedAudiences = new CopyOnWriteArrayList<>();
  final AtomicInteger maxInFlight = new AtomicInteger();
  final AtomicInteger cancelled = new AtomicInteger();
  volatile Handler handler;

  /** The exceptions that ended connections, for debugging. */
  final List<Exception> failures = new CopyOnWriteArrayList<>();

  private final AtomicInteger inFlight = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ServerSocket server;

  /** Starts a server with an audience of this many members, ten on a page. */
  PagedServer(int total) {
    handler = page -> ok(total, page);
    try {
      server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/rest/v1");
  }

  static String ok(int total, int page) {
    return response("200 OK", Pages.page(total, page, 10));
  }

  static String response(String status, String body) {
    return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, body.getBytes(UTF_8).length, body);
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        threads.execute(() -> serve(connection));
      }
    } catch (IOException | RejectedExecutionException e) {
      threads.shutdownNow();
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("GET ")) {
          handle(line, in, connection);
        }
      }
    } catch (Exception e) {
      failures.add(e);
    }
  }

  private void handle(String line, BufferedReader in, Socket connection) throws Exception {
    Matcher page = PAGE.matcher(line);
    page.find();
    String audience = page.group(1);
    int number = Integer.parseInt(page.group(2));
    maxInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    requestedAudiences.add(audience);
    requestedPages.add(number);
    try {
      String response = handler.response(audience, number);
      if (response == null) {
        awaitEnd(in);
      } else {
        inFlight.decrementAndGet();
        connection.getOutputStream().write(response.getBytes(UTF_8));
      }
    } catch (InterruptedException e) {
      connection.close();
    }
  }

  private void awaitEnd(BufferedReader in) {
    try {
      while (in.readLine() != null) {
        // Skip the rest of the request's head.
      }
    } catch (IOException e) {
      // A reset closes the connection, too.
    }
    cancelled.incrementAndGet();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
