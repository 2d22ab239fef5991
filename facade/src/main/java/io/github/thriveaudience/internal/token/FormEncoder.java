package io.github.thriveaudience.internal.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.RequestTemplate;
import feign.codec.Encoder;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the form parameters that Feign collects (RFC 6749, appendix B). */
final class FormEncoder implements Encoder {

  @Override
  public void encode(Object form, Type type, RequestTemplate request) {
    String body =
        ((Map<?, ?>) form)
            .entrySet().stream()
                .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    request.body(body.getBytes(UTF_8), UTF_8);
  }

  private static String encoded(Object text) {
    return URLEncoder.encode(text.toString(), UTF_8);
  }
}
