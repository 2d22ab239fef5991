package io.github.thriveaudience.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Sends plain requests, on purpose without the facade, so that what comes back is seen as it is.
 * Only reads, never twice, and follows no redirect.
 */
final class LiveApi {
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final Target target;
  private int requests;

  LiveApi(Target target) {
    this.target = target;
  }

  /** How many requests were sent. */
  int requests() {
    return requests;
  }

  /**
   * Asks for members.
   *
   * @param query such as {@code page=1&perPage=2}
   */
  Answer members(String audience, String query, String authorization)
      throws IOException, InterruptedException {
    URI uri =
        URI.create(
            target.api()
                + "/audiences/"
                + encoded(audience).replace("+", "%20")
                + "/members?"
                + query);
    return send(authorized(HttpRequest.newBuilder(uri), authorization));
  }

  /** Asks for a token; the client is in the body, or else in the header. */
  Answer token(String body, @Nullable String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.tokens())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (authorization != null) {
      authorized(request, authorization);
    }
    return send(request);
  }

  private static HttpRequest.Builder authorized(HttpRequest.Builder request, String value)
      throws IOException {
    // Tried here, since the JDK's exception would quote the value.
    if (!value.matches("[\\x20-\\x7E]*")) {
      throw new IOException("The credentials or the token cannot be sent in a header");
    }
    return request.header("Authorization", value);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    requests++;
    return Answer.of(
        client.send(
            request.header("Accept", "application/json").timeout(Duration.ofSeconds(30)).build(),
            BodyHandlers.ofString()));
  }

  /** An HTTP Basic header (RFC 7617). */
  static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(UTF_8));
  }

  /** As in a form. */
  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
