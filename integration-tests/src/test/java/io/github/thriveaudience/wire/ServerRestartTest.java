package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.listing.MembersSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that stops in the middle of a listing and starts again on the same port. */
@Timeout(60)
class ServerRestartTest {
  private static final Pattern PAGE = Pattern.compile("[?&]page=(\\d+)");
  private static final int MEMBERS = 595;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile CompletableFuture<?> restarted = new CompletableFuture<>();
  private volatile HttpServer server;

  @BeforeEach
  void start() throws IOException {
    start(0);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdown();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void listingIsComplete(int parallelism) throws Exception {
    int port = server.getAddress().getPort();
    try (AudienceMembersClient client = client(port)) {
      MembersSnapshot all =
          client
              .members("tech-team")
              .parallelism(parallelism)
              .onProgress(
                  progress -> {
                    if (progress.page() == 20) {
                      restart(port);
                    }
                  })
              .readAll();

      assertThat(all.isConsistent()).isTrue();
      assertThat(all.members()).hasSize(MEMBERS);
    }
    restarted.get();
  }

  @Test
  void callsWaitForTheServer() {
    int port = server.getAddress().getPort();
    TestTime time = new TestTime();
    MembersGateway gateway =
        GatewayFixtures.basic(baseUri(port), GatewayFixtures.connection(time, 4));
    AtomicInteger waits = new AtomicInteger();
    time.onWait =
        () -> {
          if (waits.incrementAndGet() == 2) {
            start(port);
          }
        };

    assertThat(GatewayFixtures.list(gateway, 1, 10).results()).hasSize(10);
    server.stop(0);
    assertThat(GatewayFixtures.list(gateway, 59, 10).results()).hasSize(10);
    assertThat(GatewayFixtures.list(gateway, 60, 10).results()).hasSize(5);

    assertThat(waits).hasValueGreaterThanOrEqualTo(2);
  }

  private static URI baseUri(int port) {
    return URI.create("http://127.0.0.1:" + port + "/rest/v1");
  }

  private static AudienceMembersClient client(int port) {
    return AudienceMembersClient.builder()
        .baseUri(baseUri(port))
        .credentials(Credentials.basic("eu-west-2_Tenant", WireTest.SECRET))
        .pageSize(10)
        .build();
  }

  private void restart(int port) {
    server.stop(0);
    restarted =
        CompletableFuture.runAsync(
            () -> start(port),
            CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS, threads));
  }

  private void start(int port) {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
      started.createContext("/", ServerRestartTest::respond);
      started.setExecutor(threads);
      started.start();
      server = started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void respond(HttpExchange exchange) throws IOException {
    Matcher page = PAGE.matcher(exchange.getRequestURI().toString());
    page.find();
    byte[] body = Pages.page(MEMBERS, Integer.parseInt(page.group(1)), 10).getBytes(UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
