package io.github.thriveaudience;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.BadRequestException;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Limits;
import io.github.thriveaudience.internal.call.ManualTime;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.Authentication;
import io.github.thriveaudience.model.AddedMembers;
import io.github.thriveaudience.model.FailedUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New endpoints send what the spec says, are retried where that does no harm, and fail by type. */
class NewEndpointsTest {
  private static final String ADDED =
      """
      {"success":{"count":1,"entities":["1"]},"failure":[{"id":"2","message":"unknown"}]}""";
  private static final String PAGE =
      """
      {"results":[{"id":"a"}],"pagination":{"totalResults":1,"totalPages":1,"page":2,"perPage":100}}""";

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final Deque<Reply> replies = new ArrayDeque<>();
  private HttpServer server;
  private Connection connection;
  private NewEndpoints api;

  private record Reply(int status, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
    connection =
        new Connection(
            HttpClient.newHttpClient(),
            true,
            new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), 4, 1 << 20),
            new ManualTime(5),
            List.of(),
            null,
            new Lifetime("closed"));
    api =
        new NewEndpoints(
            new Endpoint(
                "TEST", URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1")),
            (Authentication) Credentials.basic("tenant", "secret"),
            connection);
  }

  @AfterEach
  void stop() {
    connection.close();
    server.stop(0);
  }

  private void respond(HttpExchange exchange) throws IOException {
    received.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    Reply reply = replies.remove();
    byte[] body = reply.body().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 207})
  void membersAreAdded(int status) {
    replies.add(new Reply(status, ADDED));

    AddedMembers added = api.addMembers("hr/uk", List.of("1", "2"));

    assertThat(received).containsExactly("POST /v1/audiences/hr%2Fuk/members [\"1\",\"2\"]");
    assertThat(added.success().count()).isEqualTo(1);
    assertThat(added.success().entities()).containsExactly("1");
    assertThat(added.failure()).extracting(FailedUser::message).containsExactly("unknown");
  }

  @Test
  void addingIsNotRetriedWhereItMayHaveHappened() {
    replies.add(new Reply(500, "{}"));

    assertThatThrownBy(() -> api.addMembers("team", List.of("1")))
        .isInstanceOf(ServerErrorException.class)
        .hasMessageContaining("audience \"team\"");
    assertThat(received).hasSize(1);
  }

  @Test
  void addingIsRetriedWhereTheRateLimitRefusedIt() {
    replies.add(new Reply(429, "{}"));
    replies.add(new Reply(200, ADDED));

    api.addMembers("team", List.of("1"));

    assertThat(received).hasSize(2);
  }

  @Test
  void errorsAreTyped() {
    replies.add(new Reply(400, "{\"message\":\"too many\"}"));

    assertThatThrownBy(() -> api.addMembers("team", List.of("1")))
        .isInstanceOfSatisfying(
            BadRequestException.class,
            error -> assertThat(error.apiMessage()).isEqualTo("too many"));
  }

  @Test
  void anUndocumentedSuccessIsNone() {
    replies.add(new Reply(201, ADDED));

    assertThatThrownBy(() -> api.addMembers("team", List.of("1")))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("status 201 where only 200, 207 are successes");
  }

  @Test
  void argumentsAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> api.addMembers("..", List.of("1")));
    assertThatIllegalArgumentException().isThrownBy(() -> api.addMembers("team", List.of()));
    assertThat(received).isEmpty();
  }

  @Test
  void audiencesAreListedAndRetried() {
    replies.add(new Reply(502, ""));
    replies.add(new Reply(200, PAGE));

    assertThat(api.audiences(2).results()).hasSize(1);
    assertThat(received)
        .containsExactly(
            "GET /v1/audiences?page=2&perPage=100 ", "GET /v1/audiences?page=2&perPage=100 ");
  }

  @Test
  void aUserIsRead() {
    replies.add(new Reply(200, "{\"id\":\"a b\",\"email\":\"a@example.com\"}"));

    assertThat(api.user("a b").email()).isEqualTo("a@example.com");
    assertThat(received).containsExactly("GET /v1/users/a%20b ");
  }

  @Test
  void anUnknownUserIsNotFound() {
    replies.add(new Reply(404, "{}"));

    assertThatThrownBy(() -> api.user("jane"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("user \"jane\": the API does not know it");
  }
}
