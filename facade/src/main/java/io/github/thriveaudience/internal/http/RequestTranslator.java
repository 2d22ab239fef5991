package io.github.thriveaudience.internal.http;

import feign.Request;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Feign's requests in the words of the JDK. */
final class RequestTranslator {
  private RequestTranslator() {}

  static BodyPublisher body(Request request) {
    return request.body() == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofByteArray(request.body());
  }

  /**
   * A request for the JDK's client.
   *
   * @param body null for none at all
   * @param http1 whether HTTP/1.1 is to be spoken whatever the HTTP client prefers
   * @param proxyAuthorization a header for a proxy, which is nobody else's to see, or null
   */
  static HttpRequest translated(
      Request request,
      @Nullable BodyPublisher body,
      boolean http1,
      @Nullable String proxyAuthorization) {
    HttpRequest.Builder translated = HttpRequest.newBuilder(URI.create(request.url()));
    if (body == null) {
      translated.GET();
    } else {
      translated.method(request.httpMethod().name(), body);
    }
    request.headers().forEach((name, values) -> add(translated, name, values));
    if (proxyAuthorization != null) {
      translated.setHeader("Proxy-Authorization", proxyAuthorization);
    }
    return http1 ? translated.version(HttpClient.Version.HTTP_1_1).build() : translated.build();
  }

  private static void add(HttpRequest.Builder request, String name, Collection<String> values) {
    // The JDK computes the length itself and refuses to be told.
    if (!name.equalsIgnoreCase("Content-Length")) {
      values.forEach(value -> request.header(name, value));
    }
  }

  static boolean isTls(Request request) {
    return request.url().startsWith("https:");
  }

  /** For which the JDK has a way without a body, and so without a {@code Content-Length}. */
  static boolean isPlainGet(Request request) {
    return request.body() == null && request.httpMethod() == Request.HttpMethod.GET;
  }
}
