package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudienceMembersClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The bytes of requests, which WireMock does not show. */
class RequestHeadTest extends WireTest {
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /** Java 17 sends one with any GET over HTTP/1.1, Java 25 does not. */
  @Test
  void addsNoContentLengthToThatOfTheJdk() throws Exception {
    try (Sockets server = new Sockets(connection -> heads.add(Sockets.head(connection)))) {
      URI uri = URI.create("http://127.0.0.1:" + server.port());
      catchThrowable(() -> HttpClient.newHttpClient().send(get(uri), BodyHandlers.discarding()));
      boolean ofTheJdk = hasLength(heads.get(0));
      heads.clear();

      catchThrowable(() -> builder().baseUri(uri).build().members("tech-team").page(1));

      assertThat(heads).isNotEmpty();
      assertThat(hasLength(heads.get(0))).isEqualTo(ofTheJdk);
    }
  }

  /** The JDK resends a GET once if the connection is closed before a response. */
  @Test
  void sendsAtMostTwoRequestsPerAttemptToAServerThatCloses() {
    try (Sockets server = new Sockets(connection -> heads.add(Sockets.head(connection)))) {
      URI uri = URI.create("http://127.0.0.1:" + server.port());
      try (AudienceMembersClient client = builder().baseUri(uri).build()) {
        for (int i = 0; i < 20; i++) {
          catchThrowable(() -> client.members("tech-team").page(1));
        }
      }
      assertThat(heads).hasSizeBetween(20, 20 * REQUESTS_BEFORE_A_CLOSED_CONNECTION);
    }
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1).build();
  }

  private static boolean hasLength(String head) {
    return head.toLowerCase(Locale.ROOT).contains("\r\ncontent-length: 0\r\n");
  }
}
