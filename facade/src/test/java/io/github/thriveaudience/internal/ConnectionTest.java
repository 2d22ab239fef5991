package io.github.thriveaudience.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import io.github.thriveaudience.error.ThriveConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Where the work of requests is done, and that it ends. */
class ConnectionTest {
  private final HandOff handOff = new HandOff();
  private final HttpClient http = HttpClient.newBuilder().executor(handOff).build();

  @Test
  void workOnTheWayToAConnectionLeavesTheThreadWhereItComesUp() {
    Connection connection = connection(true);

    Runnable connected = connection.connecting();
    assertThat(worker()).isNotSameAs(Thread.currentThread());

    connected.run();
    assertThat(worker()).isSameAs(Thread.currentThread());
  }

  @Test
  void theThreadsOfAnHttpClientOfItsOwnEndWithIt() {
    connection(true).close();

    assertThatThrownBy(() -> handOff.start(() -> "work"))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void thoseOfAGivenHttpClientDoNot() {
    connection(false).close();

    assertThat(handOff.start(() -> "work").join()).isEqualTo("work");
  }

  @Test
  void aRequestThatBeginsWhenAllIsOverEndsAtOnce() {
    Connection connection = connection(true);
    connection.close();
    CompletableFuture<String> request = new CompletableFuture<>();

    connection.begin(request);

    assertThat(request).isCancelled();
    assertThatThrownBy(connection::http).hasMessage("this client is closed");
  }

  @Test
  void aRequestIsHeldOnToWhileItIsUnderWay() {
    Connection connection = connection(true);
    CompletableFuture<String> request = new CompletableFuture<>();

    connection.begin(request);
    assertThat(connection.underWay()).isEqualTo(1);

    connection.finish(request);
    assertThat(connection.underWay()).isZero();
  }

  @Test
  void aRequestThatGotNoConnectionIsOnItsWayNoMore() throws IOException {
    Request request = Request.create(Request.HttpMethod.GET, nowhere(), Map.of(), null, null, null);
    Connection connection = connection(true);
    JdkTransport transport = new JdkTransport(connection);

    assertThatThrownBy(
            () ->
                connection
                    .retries()
                    .run(
                        Calls.OF_MEMBERS,
                        AttemptListener.NONE,
                        () -> transport.execute(request, new Request.Options())))
        .isExactlyInstanceOf(ThriveConnectionException.class);

    assertThat(connection.underWay()).as("the client holds on to none").isZero();
    assertThat(worker()).isSameAs(Thread.currentThread());
  }

  private static String nowhere() throws IOException {
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + gone.getLocalPort() + "/";
    }
  }

  private Thread worker() {
    return CompletableFuture.supplyAsync(Thread::currentThread, handOff).join();
  }

  private Connection connection(boolean owned) {
    Limits limits = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), 1, 1);
    return new Connection(http, owned, limits, Time.SYSTEM, List.of());
  }
}
