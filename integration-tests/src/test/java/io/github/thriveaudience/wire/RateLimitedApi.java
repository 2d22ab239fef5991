package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An API whose {@link Rule} admits or refuses each request, in real time. The name of an audience
 * ends with the number of its pages, as in {@code team-60}. It records all requests for pages.
 */
final class RateLimitedApi implements AutoCloseable {
  static final int PAGE_SIZE = 2;

  private static final Pattern TARGET =
      Pattern.compile("/rest/v1/audiences/(.+-(\\d+))/members\\?.*?\\bpage=(\\d+).*");

  /** Decides on a request for a page. */
  interface Rule {

    /**
     * Returns the status of the response.
     *
     * @param inFlight the number of requests in flight, this one included
     */
    int status(String audience, int inFlight);
  }

  /**
   * A request for a page.
   *
   * @param nanos when the server had received and decided on it, as by {@link System#nanoTime}
   * @param inFlight the number of requests in flight, this one included
   * @param status of the response
   */
  record Request(long nanos, String audience, int page, int inFlight, int status) {
    boolean isRefused() {
      return status == 429 || status == 503;
    }
  }

  final List<Request> requests = new CopyOnWriteArrayList<>();

  /** Can be replaced while the server runs. */
  volatile Rule rule = (audience, inFlight) -> 200;

  /** The header of refused requests, or null. */
  volatile @Nullable String retryAfter;

  /** The time between a request and its response. */
  volatile Duration latency = Duration.ZERO;

  final AtomicInteger tokenRequests = new AtomicInteger();

  /** The token endpoint. */
  volatile HttpHandler tokens = RateLimitedApi::token;

  private final AtomicInteger inFlight = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private final HttpServer server;

  RateLimitedApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/rest/v1/", this::handle);
    server.createContext("/oauth2/token/", this::handleToken);
    server.start();
  }

  /** Responds with these statuses in turn, then with success. */
  static Rule inTurn(Integer... statuses) {
    Queue<Integer> left = new ConcurrentLinkedQueue<>(List.of(statuses));
    return (audience, inFlight) -> Objects.requireNonNullElse(left.poll(), 200);
  }

  /** A client with the defaults. */
  AudienceMembersClient.Builder client() {
    return AudienceMembersClient.builder()
        .baseUri(uri("/rest/v1"))
        .credentials(Credentials.basic("eu-west-2_Tenant", WireTest.SECRET))
        .pageSize(PAGE_SIZE);
  }

  URI tokenUri() {
    return uri("/oauth2/token/eu-west-2_Tenant");
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  List<Request> refused() {
    return requests.stream().filter(Request::isRefused).toList();
  }

  List<Request> admitted() {
    return requests.stream().filter(request -> request.status() == 200).toList();
  }

  /** The share of the requests that were refused, 0 to 1. */
  double refusedShare() {
    return (double) refused().size() / requests.size();
  }

  /** The requests for pages of this audience. */
  Stream<Request> requestsFor(String audience) {
    return requests.stream().filter(request -> request.audience().equals(audience));
  }

  private void handle(HttpExchange exchange) {
    int now = inFlight.incrementAndGet();
    Matcher target = TARGET.matcher(exchange.getRequestURI().toString());
    if (!target.matches()) {
      throw new IllegalArgumentException("no audience with a number of pages: " + target);
    }
    String audience = target.group(1);
    int page = Integer.parseInt(target.group(3));
    int status = rule.status(audience, now);
    requests.add(new Request(System.nanoTime(), audience, page, now, status));
    String body =
        status == 200
            ? Pages.page(Integer.parseInt(target.group(2)) * PAGE_SIZE, page, PAGE_SIZE)
            : "";
    Future<?> unused =
        later.schedule(
            () -> respond(exchange, status, body), latency.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void respond(HttpExchange exchange, int status, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    String wait = retryAfter;
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (wait != null && (status == 429 || status == 503)) {
      exchange.getResponseHeaders().set("Retry-After", wait);
    }
    inFlight.decrementAndGet();
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      // The client has cancelled the request.
    }
  }

  private void handleToken(HttpExchange exchange) throws IOException {
    tokenRequests.incrementAndGet();
    tokens.handle(exchange);
  }

  /** Responds with a token. */
  static void token(HttpExchange exchange) throws IOException {
    byte[] token =
        """
        {"access_token":"token-1","token_type":"Bearer","expires_in":3600}"""
            .getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    try (exchange) {
      exchange.sendResponseHeaders(200, token.length);
      exchange.getResponseBody().write(token);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    later.shutdownNow();
    threads.shutdownNow();
  }
}
