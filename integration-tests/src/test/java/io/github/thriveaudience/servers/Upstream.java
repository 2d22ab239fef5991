package io.github.thriveaudience.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.thriveaudience.wire.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API behind a gateway, with an audience of {@value #MEMBERS} members. */
final class Upstream implements AutoCloseable {
  static final int MEMBERS = 500;

  private static final Pattern PAGE = Pattern.compile("[?&]page=(\\d+)");
  private static final Pattern PER_PAGE = Pattern.compile("[?&]perPage=(\\d+)");

  /** A received request. */
  record Request(String target, Headers headers) {}

  final Queue<Request> requests = new ConcurrentLinkedQueue<>();

  /** Handles requests: with pages by default. */
  volatile HttpHandler handler = Upstream::page;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Upstream() {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MEMBERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.createContext("/oauth2/token/", exchange -> ok(exchange, TOKEN));
    server.start();
  }

  private static final String TOKEN =
      """
      {"access_token":"token-1","token_type":"Bearer","expires_in":3600,"scope":"api/read"}""";

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(new Request(exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
    handler.handle(exchange);
  }

  static void page(HttpExchange exchange) throws IOException {
    ok(exchange, body(exchange));
  }

  /** The requested page. */
  static String body(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return Pages.page(MEMBERS, number(PAGE, "?" + query), number(PER_PAGE, "?" + query));
  }

  private static int number(Pattern parameter, String query) {
    Matcher found = parameter.matcher(query);
    return found.find() ? Integer.parseInt(found.group(1)) : 1;
  }

  static void ok(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Handles the first request with this handler, and all others with pages. */
  void respondFirstWith(HttpHandler first) {
    AtomicBoolean done = new AtomicBoolean();
    handler =
        exchange -> (done.getAndSet(true) ? (HttpHandler) Upstream::page : first).handle(exchange);
  }

  /** Announces the length of a page and closes the connection in the middle of it. */
  static void truncate(HttpExchange exchange) throws IOException {
    half(exchange, body(exchange).length());
  }

  /** Ends a page in the middle without a length, over HTTP/1.0. */
  static void endEarly(HttpExchange exchange) throws IOException {
    half(exchange, 0);
  }

  private static void half(HttpExchange exchange, int announced) throws IOException {
    byte[] bytes = body(exchange).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, announced);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
