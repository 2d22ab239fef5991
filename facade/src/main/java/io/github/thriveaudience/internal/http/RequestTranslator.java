package io.github.thriveaudience.internal.http;

import feign.Request;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Translates requests from Feign's to those of the JDK's client. */
final class RequestTranslator {
  private RequestTranslator() {}

  /**
   * A request for the JDK's client.
   *
   * @param http1 whether HTTP/1.1 is spoken whatever the HTTP client prefers
   * @param proxyAuthorization a header for the proxy alone, or null
   */
  static HttpRequest translated(
      Request request, boolean http1, @Nullable String proxyAuthorization) {
    HttpRequest.Builder translated = HttpRequest.newBuilder(URI.create(request.url()));
    if (request.body() != null) {
      translated.method(request.httpMethod().name(), BodyPublishers.ofByteArray(request.body()));
    } else if (request.httpMethod() != Request.HttpMethod.GET) {
      translated.method(request.httpMethod().name(), BodyPublishers.noBody());
    }
    request.headers().forEach((name, values) -> add(translated, name, values));
    if (proxyAuthorization != null) {
      translated.setHeader("Proxy-Authorization", proxyAuthorization);
    }
    return http1 ? translated.version(HttpClient.Version.HTTP_1_1).build() : translated.build();
  }

  private static void add(HttpRequest.Builder request, String name, Collection<String> values) {
    // The JDK computes the length and does not allow this header.
    if (!name.equalsIgnoreCase("Content-Length")) {
      values.forEach(value -> request.header(name, value));
    }
  }

  static boolean isTls(Request request) {
    return request.url().startsWith("https:");
  }
}
