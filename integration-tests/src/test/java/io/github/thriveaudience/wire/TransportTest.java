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
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer, half an answer, and whose HTTP client is used. */
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
  void aServerThatIsNotThereIsAConnectionException() {
    server.close();

    assertThat(failure(Duration.ofSeconds(30)))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageContaining(server.baseUri() + " (audience \"tech-team\")");
  }

  @Test
  void aBodyThatBreaksOffIsAConnectionException() throws Exception {
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(() -> failure(Duration.ofSeconds(30)));

    server.answer(HALF).close();

    assertThat(failure.get()).isExactlyInstanceOf(ThriveConnectionException.class);
    Leaks.assertNone(failure.get());
  }

  @Test
  void anAnswerThatIsNotHttpIsAConnectionException() throws Exception {
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(() -> failure(Duration.ofSeconds(30)));

    server.answer("SSH-2.0-OpenSSH_9.2\r\n").close();

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
  void noWordOfABrokenAnswerIsShown(String answer) throws Exception {
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(() -> failure(Duration.ofSeconds(30)));

    server.answer(answer).close();

    assertThat(failure.get()).isExactlyInstanceOf(ThriveConnectionException.class);
    Leaks.assertNone(failure.get());
    assertThat(failure.get()).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void anErrorWhoseBodyBreaksOffIsStillThatError() throws Exception {
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(() -> failure(Duration.ofSeconds(30)));

    server.answer("HTTP/1.1 404 Not Found\r\nContent-Length: 500\r\n\r\n{\"er").close();

    assertThat(failure.get()).isExactlyInstanceOf(NotFoundException.class);
  }

  @Test
  void anErrorWhoseBodyNeverComesIsStillThatError() throws Exception {
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(() -> failure(Duration.ofMillis(300)));

    try (Socket open =
        server.answer("HTTP/1.1 503 Busy\r\nRetry-After: 5\r\nContent-Length: 500\r\n\r\n{\"er")) {
      assertThat(failure.get())
          .isInstanceOfSatisfying(
              ServerErrorException.class,
              thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
      assertGivenUp(open);
    }
  }

  @Test
  void aFailureOfAGivenHttpClientIsAConnectionException() {
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

  @ParameterizedTest
  @ValueSource(strings = {"", HALF})
  void theTimeoutCoversTheWholeAnswer(String part) throws Exception {
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(() -> failure(Duration.ofMillis(300)));

    try (Socket open = server.answer(part)) {
      assertThat(failure.get(30, TimeUnit.SECONDS))
          .isExactlyInstanceOf(ThriveTimeoutException.class)
          .hasMessageContaining(" within 300 ms.");
      assertGivenUp(open);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", HALF})
  void anInterruptionEndsTheCallAndIsKept(String part) throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              failure.set(failure(Duration.ofMinutes(10)));
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();

    try (Socket open = server.answer(part)) {
      caller.interrupt();
      caller.join();
      assertThat(failure.get()).isExactlyInstanceOf(ThriveInterruptedException.class);
      assertThat(flag).isTrue();
      assertGivenUp(open);
    }
  }

  @Test
  void aGivenHttpClientIsUsedEvenWithoutAConnectTimeout() {
    answer(json(Pages.page(1, 1, 1000)));

    try (UsersHttpClient given = new UsersHttpClient();
        AudienceMembersClient client = builder().httpClient(given.http).build()) {
      assertThat(client.members("tech-team")).hasSize(1);
      assertThat(given.tasks).hasPositiveValue();
    }
  }

  @Test
  void connectionsAreReusedAlsoAfterAnError() throws Exception {
    CompletableFuture<Throwable> failures =
        CompletableFuture.supplyAsync(
            () -> {
              AudienceMembersClient client = clientOf(Duration.ofSeconds(30));
              catchThrowable(() -> client.members("tech-team").page(1));
              return catchThrowable(() -> client.members("tech-team").page(1));
            });

    try (Socket open = server.answer("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnope")) {
      byte[] second = open.getInputStream().readNBytes(4);
      assertThat(second).asString().isEqualTo("GET ");
      server.close(); // or the JDK would try its luck on a new connection
    }
    assertThat(failures.get()).isInstanceOf(ThriveConnectionException.class);
  }

  private static void assertGivenUp(Socket connection) throws IOException {
    try {
      assertThat(connection.getInputStream().read()).isEqualTo(-1);
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  private Throwable failure(Duration timeout) {
    return catchThrowable(() -> clientOf(timeout).members("tech-team").page(1));
  }

  private AudienceMembersClient clientOf(Duration timeout) {
    return builder().baseUri(server.baseUri()).requestTimeout(timeout).build();
  }
}
