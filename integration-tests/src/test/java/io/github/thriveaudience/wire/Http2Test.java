package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Calls over HTTP/2, with a given HTTP client that speaks it. */
@Timeout(60)
class Http2Test extends WireTest {
  private Http2Server server;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void requestWithoutAFreeStreamWasNotSent() {
    server = new Http2Server(0, reset(Http2Server.INTERNAL_ERROR));
    try (AudienceMembersClient client = withShortCallTimeout()) {
      // The JDK sends it before it knows the server's limit; the next request is a probe.
      assertThat(catchThrowable(() -> client.members("one-team").page(1)))
          .isExactlyInstanceOf(ThriveConnectionException.class);

      assertNotProcessed(catchThrowable(() -> client.members("tech-team").page(1)));
      assertThat(server.protocols).containsExactly("h2");
    }
  }

  @Test
  void refusedStreamWasNotProcessed() {
    server = new Http2Server(100, reset(Http2Server.REFUSED_STREAM));

    assertNotProcessed(failure());
  }

  /** Java 17 does not report whether the request was processed. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void streamBeyondTheLastOfAGoawayWasNotProcessed() {
    server =
        new Http2Server(
            100,
            (stream, out) -> Http2Server.frame(out, Http2Server.GOAWAY, 0, Http2Server.ints(0, 0)));

    assertNotProcessed(failure());
  }

  @Test
  void retriesATimeoutOnANewConnection() {
    server = new Http2Server(100, (stream, out) -> {});
    try (AudienceMembersClient client = client(Duration.ofMillis(1500), 4)) {
      assertThat(client.members("tech-team").page(1).members()).hasSize(1);
      assertThat(server.protocols).containsExactly("h2", "");
    }
  }

  @Test
  void timeoutAdvisesHttp1() {
    server = new Http2Server(100, (stream, out) -> {});
    try (AudienceMembersClient client = client(Duration.ofMillis(100), 1)) {
      assertThat(catchThrowable(() -> client.members("tech-team").page(1)))
          .isExactlyInstanceOf(ThriveTimeoutException.class)
          .hasMessageContaining("Version.HTTP_1_1");
    }
  }

  /** The end of its stream alone frames a body, unless the server announces a length. */
  @Test
  void distinguishesTruncatedFromMalformedResponses() {
    String whole = Pages.page(1, 1, 1000);
    String half = whole.substring(0, 50);
    Queue<Map<String, String>> headers =
        new ConcurrentLinkedQueue<>(
            List.of(Map.of(), Map.of("content-length", "50"), Map.of("content-length", "100")));
    server =
        new Http2Server(
            100,
            (stream, out) -> {
              Map<String, String> next = headers.poll();
              Http2Server.respond(
                  out, stream, next == null ? Map.of() : next, next == null ? whole : half);
            });
    try (AudienceMembersClient client = client(Duration.ofSeconds(30), 1)) {
      Members members = client.members("tech-team");

      assertThat(catchThrowable(() -> members.page(1)))
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("is truncated: its JSON ends early");
      assertThat(catchThrowable(() -> members.page(1)))
          .as("the announced length was received")
          .isExactlyInstanceOf(MalformedResponseException.class);
      assertThat(catchThrowable(() -> members.page(1)))
          .as("less than the announced length was received")
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("is truncated");
      assertThat(members.page(1).members()).hasSize(1);
    }
  }

  private static Http2Server.Handler reset(int error) {
    return (stream, out) ->
        Http2Server.frame(out, Http2Server.RST_STREAM, stream, Http2Server.ints(error));
  }

  private static void assertNotProcessed(Throwable failure) {
    assertThat(failure)
        .isInstanceOf(ThriveConnectionException.class)
        .hasMessageContaining("was not processed")
        .hasMessageContaining("Version.HTTP_1_1");
    assertThat(failure.getClass().getSimpleName()).isEqualTo("RequestNotSentException");
    LeakAssertions.assertNoLeaks(failure);
  }

  private Throwable failure() {
    try (AudienceMembersClient client = withShortCallTimeout()) {
      return catchThrowable(() -> client.members("tech-team").page(1));
    }
  }

  /** A short call timeout, until which a request that was not processed is retried. */
  private AudienceMembersClient withShortCallTimeout() {
    return builder(Duration.ofSeconds(30), 1).callTimeout(Duration.ofMillis(1200)).build();
  }

  private AudienceMembersClient client(Duration requestTimeout, int maxAttempts) {
    return builder(requestTimeout, maxAttempts).build();
  }

  private AudienceMembersClient.Builder builder(Duration requestTimeout, int maxAttempts) {
    HttpClient http = HttpClient.newBuilder().sslContext(Tls.trusting()).build();
    return builder()
        .baseUri(URI.create("https://localhost:" + server.port()))
        .httpClient(http)
        .requestTimeout(requestTimeout)
        .maxAttempts(maxAttempts);
  }
}
