package io.github.thriveaudience.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the form parameters that Feign collects (RFC 6749, appendix B). */
final class FormBody {
  private FormBody() {}

  static String of(Map<?, ?> form) {
    return form.entrySet().stream()
        .flatMap(field -> values(field.getValue()).map(value -> pair(field.getKey(), value)))
        .collect(Collectors.joining("&"));
  }

  /** A list is a field for each element. */
  private static Stream<?> values(Object value) {
    return value instanceof Collection<?> list ? list.stream() : Stream.of(value);
  }

  private static String pair(Object name, Object value) {
    return encoded(name) + '=' + encoded(value);
  }

  private static String encoded(Object text) {
    return URLEncoder.encode(text.toString(), UTF_8);
  }
}
