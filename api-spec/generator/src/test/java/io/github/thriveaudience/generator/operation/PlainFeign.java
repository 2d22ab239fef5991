package io.github.thriveaudience.generator.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Client;
import feign.Feign;
import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Feign as anybody can set it up, over the client of the JDK, which knows all methods. */
final class PlainFeign {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private PlainFeign() {}

  static Feign.Builder builder() {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Client client = (request, options) -> sent(http, request);
    return Feign.builder().client(client).encoder(PlainFeign::encode).decoder(PlainFeign::decode);
  }

  private static Response sent(HttpClient http, Request request) throws IOException {
    HttpRequest.Builder translated = HttpRequest.newBuilder(URI.create(request.url()));
    byte[] body = request.body();
    translated.method(
        request.httpMethod().name(),
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    request.headers().entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("Content-Length"))
        .forEach(
            header -> header.getValue().forEach(one -> translated.header(header.getKey(), one)));
    try {
      var response = http.send(translated.build(), BodyHandlers.ofByteArray());
      return Response.builder()
          .request(request)
          .status(response.statusCode())
          .headers(Map.of())
          .body(response.body())
          .build();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void encode(Object body, Type type, RequestTemplate request) {
    String mediaType = request.headers().get("Content-Type").iterator().next();
    if (MediaTypes.isForm(mediaType)) {
      request.body(form((Map<?, ?>) body));
    } else if (body instanceof byte[] bytes) {
      request.body(bytes, null);
    } else if (MediaTypes.isJson(mediaType)) {
      request.body(JSON.valueToTree(body).toString());
    } else {
      request.body(body.toString());
    }
  }

  private static String form(Map<?, ?> fields) {
    return fields.entrySet().stream()
        .flatMap(field -> values(field.getValue()).map(one -> pair(field.getKey(), one)))
        .collect(Collectors.joining("&"));
  }

  private static Stream<?> values(Object value) {
    return value instanceof List<?> list ? list.stream() : Stream.of(value);
  }

  private static String pair(Object name, Object value) {
    return encoded(name) + "=" + encoded(value);
  }

  private static String encoded(Object text) {
    return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
  }

  private static @Nullable Object decode(Response response, Type type) throws IOException {
    byte[] body =
        response.body() == null ? new byte[0] : response.body().asInputStream().readAllBytes();
    if (type == byte[].class) {
      return body;
    }
    boolean isText = response.request().headers().get("Accept").toString().contains("text/");
    return body.length == 0
        ? null
        : isText
            ? new String(body, StandardCharsets.UTF_8)
            : JSON.readValue(body, JSON.constructType(type));
  }
}
