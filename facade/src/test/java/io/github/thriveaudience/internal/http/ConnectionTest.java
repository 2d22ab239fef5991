package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.internal.call.AttemptListener;
import io.github.thriveaudience.internal.call.Calls;
import io.github.thriveaudience.internal.call.Limits;
import io.github.thriveaudience.internal.call.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is noted of requests, and that they end. */
class ConnectionTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aRequestThatBeginsWhenAllIsOverEndsAtOnce() {
    Connection connection = connection();
    connection.close();
    CompletableFuture<String> request = new CompletableFuture<>();

    connection.begin(request);

    assertThat(request).isCancelled();
    assertThatThrownBy(connection::http).hasMessage("this client is closed");
  }

  @Test
  void aRequestIsHeldOnToWhileItIsUnderWay() {
    Connection connection = connection();
    CompletableFuture<String> request = new CompletableFuture<>();

    connection.begin(request);
    assertThat(connection.underWay()).isEqualTo(1);

    connection.finish(request);
    assertThat(connection.underWay()).isZero();
  }

  @Test
  void aRequestThatGotNoConnectionIsOnItsWayNoMore() throws IOException {
    Request request = Request.create(Request.HttpMethod.GET, nowhere(), Map.of(), null, null, null);
    Connection connection = connection();
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
  }

  private static String nowhere() throws IOException {
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + gone.getLocalPort() + "/";
    }
  }

  private Connection connection() {
    Limits limits = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), 1, 1);
    return new Connection(http, true, limits, Time.SYSTEM, List.of());
  }
}
