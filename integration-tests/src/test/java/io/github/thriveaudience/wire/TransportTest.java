package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing and partial responses, timeouts, interruption, and given HTTP clients. */
@Timeout(60)
class TransportTest extends WireTest {
  private static final String HALF =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"results\"";

  private final RawServer server = new RawServer();

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void connectionRefusedIsAConnectionException() {
    server.close();

    assertThat(failure(Duration.ofSeconds(30)))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageContaining(server.baseUri() + " (audience \"tech-team\")");
  }

  @Test
  void truncatedBodyIsAConnectionException() throws Exception {
    CompletableFuture<Throwable> failure = failureOfACall(Duration.ofSeconds(30));

    server.respond(HALF).close();

    assertThat(failure.get()).isExactlyInstanceOf(ThriveConnectionException.class);
    LeakAssertions.assertNoLeaks(failure.get());
  }

  @Test
  void responseThatIsNotHttpIsAConnectionException() throws Exception {
    CompletableFuture<Throwable> failure = failureOfACall(Duration.ofSeconds(30));

    server.respond("SSH-2.0-OpenSSH_9.2\r\n").close();

    assertThat(failure.get()).isExactlyInstanceOf(ThriveConnectionException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\":\"jane.doe@example.com\"}\r\n\r\n",
        "HTTP/1.1 jane.doe\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: jane.doe\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\njane.doe\r\n",
        "HTTP/1.1 200 OK\r\njane.doe\u0001: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{\"results\":[{\"email\":\"jane.doe",
      })
  void neverQuotesABrokenResponse(String response) throws Exception {
    CompletableFuture<Throwable> failure = failureOfACall(Duration.ofSeconds(30));

    server.respond(response).close();

    assertThat(failure.get()).isExactlyInstanceOf(ThriveConnectionException.class);
    LeakAssertions.assertNoLeaks(failure.get());
    assertThat(failure.get()).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void keepsAnErrorWithATruncatedBody() throws Exception {
    CompletableFuture<Throwable> failure = failureOfACall(Duration.ofSeconds(30));

    server.respond("HTTP/1.1 404 Not Found\r\nContent-Length: 500\r\n\r\n{\"er").close();

    assertThat(failure.get()).isExactlyInstanceOf(NotFoundException.class);
  }

  @Test
  void keepsAnErrorWhoseBodyNeverEnds() throws Exception {
    CompletableFuture<Throwable> failure = failureOfACall(Duration.ofMillis(300));

    try (Socket open =
        server.respond("HTTP/1.1 503 Busy\r\nRetry-After: 5\r\nContent-Length: 500\r\n\r\n{\"er")) {
      assertThat(failure.get())
          .isInstanceOfSatisfying(
              ServerErrorException.class,
              thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
      assertClosedByTheClient(open);
    }
  }

  @Test
  void failureOfAGivenHttpClientIsAConnectionException() {
    HttpClient http =
        HttpClient.newBuilder()
            .executor(
                task -> {
                  throw new RejectedExecutionException("shut down");
                })
            .build();

    assertThat(
            catchThrowable(() -> builder().httpClient(http).build().members("tech-team").page(1)))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageContaining("RejectedExecutionException");
  }

  @Test
  void errorOfAGivenHttpClientIsNotHidden() {
    Error error = new AssertionError("of an executor");
    HttpClient http =
        HttpClient.newBuilder()
            .executor(
                task -> {
                  throw error;
                })
            .build();

    assertThat(
            catchThrowable(() -> builder().httpClient(http).build().members("tech-team").page(1)))
        .isSameAs(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", HALF})
  void requestTimeoutCoversTheWholeResponse(String part) throws Exception {
    CompletableFuture<Throwable> failure = failureOfACall(Duration.ofMillis(300));

    try (Socket open = server.respond(part)) {
      assertThat(failure.get(30, TimeUnit.SECONDS))
          .isExactlyInstanceOf(ThriveTimeoutException.class)
          .hasMessageContaining(" within 300 ms.");
      assertClosedByTheClient(open);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", HALF})
  void interruptionEndsTheCallAndKeepsTheFlag(String part) throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              failure.set(failure(Duration.ofMinutes(10)));
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();

    try (Socket open = server.respond(part)) {
      caller.interrupt();
      caller.join();
      assertThat(failure.get()).isExactlyInstanceOf(ThriveInterruptedException.class);
      assertThat(flag).isTrue();
      assertClosedByTheClient(open);
    }
  }

  @Test
  void usesAGivenHttpClientWithoutAConnectTimeout() {
    respond(json(Pages.page(1, 1, 1000)));

    try (CustomHttpClient given = new CustomHttpClient();
        AudienceMembersClient client = builder().httpClient(given.http).build()) {
      assertThat(client.members("tech-team")).hasSize(1);
      assertThat(given.tasks).hasPositiveValue();
    }
  }

  @Test
  void reusesConnectionsAfterAnError() throws Exception {
    CompletableFuture<Throwable> failures =
        CompletableFuture.supplyAsync(
            () -> {
              AudienceMembersClient client = clientOf(Duration.ofSeconds(30));
              catchThrowable(() -> client.members("tech-team").page(1));
              return catchThrowable(() -> client.members("tech-team").page(1));
            });

    try (Socket open = server.respond("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnope")) {
      byte[] second = open.getInputStream().readNBytes(4);
      assertThat(second).asString().isEqualTo("GET ");
      server.close(); // otherwise the JDK would resend the request on a new connection
    }
    assertThat(failures.get()).isInstanceOf(ThriveConnectionException.class);
  }

  /** The JDK resends a GET once if the connection is closed before a response. */
  @Test
  void sendsAtMostTwoRequestsPerAttemptToAServerThatCloses() {
    List<String> heads = new CopyOnWriteArrayList<>();
    try (Sockets closing = new Sockets(connection -> heads.add(Sockets.head(connection)))) {
      URI uri = URI.create("http://127.0.0.1:" + closing.port());
      try (AudienceMembersClient client = builder().baseUri(uri).build()) {
        for (int i = 0; i < 20; i++) {
          catchThrowable(() -> client.members("tech-team").page(1));
        }
      }
      assertThat(heads).hasSizeBetween(20, 20 * REQUESTS_BEFORE_A_CLOSED_CONNECTION);
    }
  }

  private static void assertClosedByTheClient(Socket connection) throws IOException {
    try {
      assertThat(connection.getInputStream().read()).isEqualTo(-1);
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  private CompletableFuture<Throwable> failureOfACall(Duration timeout) {
    return CompletableFuture.supplyAsync(() -> failure(timeout));
  }

  private Throwable failure(Duration timeout) {
    return catchThrowable(() -> clientOf(timeout).members("tech-team").page(1));
  }

  private AudienceMembersClient clientOf(Duration timeout) {
    return builder().baseUri(server.baseUri()).requestTimeout(timeout).build();
  }
}
