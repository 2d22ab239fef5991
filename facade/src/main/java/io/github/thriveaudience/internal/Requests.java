package io.github.thriveaudience.internal;

import feign.Request;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;

/** Feign's requests in the words of the JDK. */
final class Requests {
  private Requests() {}

  static BodyPublisher body(Request request) {
    return request.body() == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofByteArray(request.body());
  }

  static HttpRequest translated(Request request, BodyPublisher body) {
    HttpRequest.Builder translated =
        HttpRequest.newBuilder(URI.create(request.url())).method(request.httpMethod().name(), body);
    request.headers().forEach((name, values) -> add(translated, name, values));
    return overTlsOrHttp1(translated, request);
  }

  private static void add(HttpRequest.Builder request, String name, Collection<String> values) {
    // The JDK computes the length itself and refuses to be told.
    if (!name.equalsIgnoreCase("Content-Length")) {
      values.forEach(value -> request.header(name, value));
    }
  }

  private static HttpRequest overTlsOrHttp1(HttpRequest.Builder translated, Request request) {
    // Without TLS, HTTP/2 would need the upgrade that RFC 9113 (section 3.1) has made obsolete.
    return request.url().startsWith("https:")
        ? translated.build()
        : translated.version(HttpClient.Version.HTTP_1_1).build();
  }
}
