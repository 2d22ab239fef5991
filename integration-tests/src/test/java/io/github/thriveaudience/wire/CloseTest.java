package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.internal.http.Connection;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The effects of closing a client. */
@ViolatesContract("a gateway responds, perhaps after the test has ended")
class CloseTest extends WireTest {

  @Test
  void closingEndsACallInFlight() throws Exception {
    try (RawServer server = new RawServer()) {
      AudienceMembersClient client = builder().baseUri(server.baseUri()).build();

      assertThatClosingEnds(
          server, client, () -> client.members("tech-team").page(1), "this client is closed");
    }
  }

  @Test
  void closingEndsATokenRequest() throws Exception {
    try (RawServer server = new RawServer()) {
      AccessTokens tokens =
          AccessTokens.builder(TokenService.PUBLIC_API)
              .tokenUri(server.baseUri())
              .credentials(OAUTH2)
              .build();

      assertThatClosingEnds(server, tokens, tokens::current, "these access tokens are closed");
    }
  }

  /** Closes the client once the server has received the request, and sends no response. */
  private static void assertThatClosingEnds(
      RawServer server, AutoCloseable client, ThrowingCallable call, String words)
      throws Exception {
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(() -> catchThrowable(call));
    try (Socket open = server.respond("")) {
      client.close();

      assertThat(failure.get()).isExactlyInstanceOf(IllegalStateException.class).hasMessage(words);
      assertThat(open.isConnected()).isTrue();
    }
  }

  @Test
  void closingEndsAWaitBetweenAttempts() throws Exception {
    respond(aResponse().withStatus(503).withHeader("Retry-After", "60"));
    AudienceMembersClient client = builder().maxAttempts(4).build();
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(
            () -> catchThrowable(() -> client.members("tech-team").page(1)));
    ConcurrentTasks.await(() -> requests().size() == 1);

    client.close();

    assertThat(failure.get()).isExactlyInstanceOf(IllegalStateException.class);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void closingDuringAWaitEndsTheCall() {
    respond(aResponse().withStatus(503).withHeader("Retry-After", "60"));
    TestTime time = new TestTime();
    Connection connection = GatewayFixtures.connection(time, 4);
    time.onWait = connection::close;

    assertThat(
            catchThrowable(
                () -> GatewayFixtures.list(GatewayFixtures.basic(baseUri(), connection), 1, 1000)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("this client is closed");
    assertThat(time.waits).hasSize(1);
    assertThat(requests()).hasSize(1);
  }

  @Tag("long")
  @Test
  void thousandClientsLeakNoThreadAndNoSocket() {
    respond(json(Pages.page(1, 1, 1000)));
    long before = httpThreads();
    long socketsBefore = openFiles();

    for (int i = 0; i < 1000; i++) {
      try (AudienceMembersClient client = builder().build()) {
        assertThat(client.members("tech-team").page(1).members()).hasSize(1);
      }
      if (i % 100 == 0) {
        System.gc();
      }
    }

    // Before Java 21 an HTTP client ends when it is garbage collected.
    ConcurrentTasks.await(
        () -> {
          System.gc();
          return httpThreads() <= before && openFiles() <= socketsBefore + 20;
        });
  }

  /** Open files and sockets of this process, those of the server included. */
  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static long httpThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("HttpClient-"))
        .filter(Thread::isAlive)
        .count();
  }
}
