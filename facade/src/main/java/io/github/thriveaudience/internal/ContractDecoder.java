package io.github.thriveaudience.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import feign.Response;
import feign.codec.Decoder;
import io.github.thriveaudience.error.MalformedResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a success strictly: what is not the documented answer becomes a {@link
 * io.github.thriveaudience.error.MalformedResponseException}, never a value that was guessed.
 */
final class ContractDecoder implements Decoder {
  /**
   * A page of 1000 members has some 8,000. In unknown fields a small token becomes a large object,
   * so that the size of a body alone would not bound the memory that it takes.
   */
  private static final int MOST_TOKENS = 500_000;

  private static final JsonMapper MAPPER = strictMapper();
  private static final Map<Type, ObjectReader> READERS = new ConcurrentHashMap<>();

  private final int maxResponseSize;

  /**
   * A decoder.
   *
   * @param maxResponseSize the most bytes of an inflated body
   */
  ContractDecoder(int maxResponseSize) {
    this.maxResponseSize = maxResponseSize;
  }

  @Override
  public Object decode(Response response, Type type) {
    if (response.status() != 200) {
      throw malformed("status " + response.status() + " where only 200 is a success");
    }
    if (response.body().length() == 0) {
      throw malformed("the body is empty");
    }
    Object value = read(response, type);
    if (value == null) {
      throw malformed("the body is null");
    }
    return value;
  }

  private @Nullable Object read(Response response, Type type) {
    try (InputStream body = Bodies.open(response, maxResponseSize)) {
      return reader(type).readValue(body);
    } catch (IOException e) {
      throw malformed(what(response, origin(e)));
    }
  }

  private static String what(Response response, IOException problem) {
    if (problem instanceof JacksonException json) {
      return JsonProblems.describe(json) + MediaTypes.hint(response);
    }
    return problem instanceof TooLargeException tooLarge
        ? tooLarge.getMessage()
        : "the body is not the gzip that its header announces";
  }

  /** In the middle of a list Jackson takes what the stream throws for the fault of an item. */
  private static IOException origin(IOException problem) {
    return problem.getCause() instanceof IOException cause && !(cause instanceof JacksonException)
        ? cause
        : problem;
  }

  private static MalformedResponseException malformed(String what) {
    return OngoingCall.current().call().malformed(what);
  }

  private static ObjectReader reader(Type type) {
    return READERS.computeIfAbsent(type, one -> MAPPER.readerFor(MAPPER.constructType(one)));
  }

  private static JsonMapper strictMapper() {
    JsonFactory json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
            .build();
    JsonMapper.Builder mapper =
        JsonMapper.builder(json)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    return mapper
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .addModule(new SimpleModule().addDeserializer(Object.class, new UnknownValues()))
        .build();
  }
}
