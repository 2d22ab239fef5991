package io.github.thriveaudience.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import feign.Request;
import feign.Response;
import feign.codec.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.function.Function;
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

  private final int maxResponseSize;
  private final Function<Request, Call> calls;

  /**
   * A decoder.
   *
   * @param maxResponseSize the most bytes of an inflated body
   * @param calls says what messages call a request
   */
  ContractDecoder(int maxResponseSize, Function<Request, Call> calls) {
    this.maxResponseSize = maxResponseSize;
    this.calls = calls;
  }

  @Override
  public Object decode(Response response, Type type) {
    Call call = calls.apply(response.request());
    if (response.status() != 200) {
      throw call.malformed("status " + response.status() + " where only 200 is a success");
    }
    if (response.body().length() == 0) {
      throw call.malformed("the body is empty");
    }
    Object value = read(response, type, call);
    if (value == null) {
      throw call.malformed("the body is null");
    }
    return value;
  }

  private @Nullable Object read(Response response, Type type, Call call) {
    try (InputStream body = Bodies.open(response, maxResponseSize)) {
      return MAPPER.readValue(body, MAPPER.constructType(type));
    } catch (JacksonException e) {
      throw call.malformed(JsonProblems.describe(e) + MediaTypes.hint(response));
    } catch (TooLargeException e) {
      throw call.malformed(e.getMessage());
    } catch (IOException e) {
      throw call.malformed("the body is not the gzip that its header announces");
    }
  }

  private static JsonMapper strictMapper() {
    JsonFactory json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
            .build();
    JsonMapper.Builder mapper =
        JsonMapper.builder(json)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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
        .build();
  }
}
