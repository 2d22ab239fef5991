package io.github.thriveaudience.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.RequestTemplate;
import feign.codec.EncodeException;
import feign.codec.Encoder;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the body of a request as its header {@code Content-Type} says. Thread-safe. */
public final class BodyEncoder implements Encoder {
  /** Loaded with the first body: most clients send none. */
  private static final class Json {
    /** A field that is null is left out: in a record it is one that the caller did not set. */
    static final JsonMapper MAPPER =
        JsonMapper.builder()
            .defaultPropertyInclusion(Value.construct(Include.NON_NULL, Include.ALWAYS))
            .build();
  }

  @Override
  public void encode(Object body, Type type, RequestTemplate request) {
    String mediaType = mediaType(request);
    if (mediaType.startsWith("application/x-www-form-urlencoded")) {
      request.body(FormBody.of((Map<?, ?>) body).getBytes(UTF_8), UTF_8);
    } else if (body instanceof byte[] bytes) {
      request.body(bytes, null);
    } else if (mediaType.startsWith("text/")) {
      request.body(body.toString().getBytes(UTF_8), UTF_8);
    } else {
      request.body(json(body), UTF_8);
    }
  }

  private static String mediaType(RequestTemplate request) {
    Collection<String> types = request.headers().getOrDefault("Content-Type", List.of());
    return types.stream().findFirst().orElse("application/json").toLowerCase(Locale.ROOT);
  }

  /** The message of the cause could contain what is sent. */
  private static byte[] json(Object body) {
    try {
      return Json.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new EncodeException("the body cannot be written as JSON");
    }
  }
}
