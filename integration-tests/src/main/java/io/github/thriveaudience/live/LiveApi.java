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
 * Sends plain requests, deliberately without the facade, which would hide deviations. Only reads,
 * never twice, and follows no redirect.
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

  /** The number of requests sent. */
  int requests() {
    return requests;
  }

  /**
   * Requests members.
   *
   * @param query such as {@code page=1&perPage=2}
   */
  ApiResponse members(String audience, String query, String authorization)
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

  /** Requests a token, with the client in the body or in the header. */
  ApiResponse token(String body, @Nullable String authorization)
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
    // Checked here, since the JDK's exception would quote the value.
    if (!value.matches("[\\x20-\\x7E]*")) {
      throw new IOException("The credentials or the token cannot be sent in a header");
    }
    return request.header("Authorization", value);
  }

  private ApiResponse send(HttpRequest.Builder request) throws IOException, InterruptedException {
    requests++;
    return ApiResponse.of(
        client.send(
            request.header("Accept", "application/json").timeout(Duration.ofSeconds(30)).build(),
            BodyHandlers.ofString()));
  }

  /** An HTTP Basic header (RFC 7617). */
  static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(UTF_8));
  }

  /** Form-encoded. */
  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
