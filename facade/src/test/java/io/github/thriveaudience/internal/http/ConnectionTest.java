package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Calls;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Limits;
import io.github.thriveaudience.internal.call.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Closing a connection cancels its requests. */
class ConnectionTest {
  private final Lifetime lifetime = new Lifetime("this client is closed");
  private final RequestsInFlight requests = new RequestsInFlight(lifetime);

  @Test
  void cancelsARequestThatBeginsAfterTheEnd() {
    lifetime.end();
    CompletableFuture<String> request = new CompletableFuture<>();

    requests.add(request);

    assertThat(request).isCancelled();
  }

  @Test
  void tracksRequestsInFlight() {
    CompletableFuture<String> request = new CompletableFuture<>();

    requests.add(request);
    assertThat(requests.count()).isEqualTo(1);

    requests.remove(request);
    assertThat(requests.count()).isZero();
  }

  @Test
  void refusedConnectionIsNotInFlight() throws IOException {
    Connection connection = connection();

    assertThatThrownBy(() -> send(connection)).isExactlyInstanceOf(ThriveConnectionException.class);

    assertThat(connection.inFlight()).isZero();
  }

  @Test
  void closedConnectionSendsNothing() throws IOException {
    Connection connection = connection();
    connection.close();

    assertThatThrownBy(() -> send(connection))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this client is closed");
  }

  private static void send(Connection connection) throws IOException {
    MembersApi api = connection.feign((headers, call) -> {}).target(MembersApi.class, unusedUri());
    connection
        .retries()
        .run(
            Calls.OF_MEMBERS,
            CallOwner.ofSingleCall(),
            rejected -> false,
            call -> api.listMembers("tech-team", 1, 1, null, call));
  }

  private static String unusedUri() throws IOException {
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + gone.getLocalPort() + "/";
    }
  }

  private Connection connection() {
    Limits limits = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), 1, 1);
    return new Connection(
        HttpClient.newHttpClient(), true, limits, Time.SYSTEM, List.of(), null, lifetime);
  }
}
