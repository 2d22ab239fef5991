package io.github.thriveaudience.internal.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.Response;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads bodies that the spec describes as text or as bytes. */
final class PlainBodies {
  private PlainBodies() {}

  /** Whether the operation has a response that is not JSON. */
  static boolean areDocumented(Response response, Type type) {
    if (type != String.class && type != byte[].class) {
      return false;
    }
    List<String> documented = documented(response);
    return !documented.isEmpty() && documented.stream().noneMatch(one -> one.endsWith("json"));
  }

  /**
   * The text or the bytes of a body.
   *
   * @throws UnreadableBodyException if the response has another media type than the spec, such as
   *     the page of a login
   */
  static Object read(Response response, Type type, int max) throws IOException {
    String sent = essence(ResponseBodies.header(response, "Content-Type"));
    if (!documented(response).contains(sent)) {
      throw UnreadableBodyException.malformed(
          "the body is not "
              + String.join(" or ", documented(response))
              + MediaTypes.hint(response));
    }
    try (LimitedInputStream body = ResponseBodies.open(response, max)) {
      byte[] bytes = body.readAllBytes();
      return type == String.class ? new String(bytes, UTF_8) : bytes;
    }
  }

  private static List<String> documented(Response response) {
    return response.request().headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Accept"))
        .map(Map.Entry::getValue)
        .flatMap(Collection::stream)
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(PlainBodies::essence)
        .toList();
  }

  private static String essence(@Nullable String mediaType) {
    return mediaType == null
        ? ""
        : mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }
}
