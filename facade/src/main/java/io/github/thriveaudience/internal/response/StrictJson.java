package io.github.thriveaudience.internal.response;

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
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Jackson without coercion: it makes no string of a number, and no value of nothing. The exceptions
 * that servers need are {@link NumberDeserializer} and {@link ScopeListHandler}.
 */
final class StrictJson {
  /**
   * A page of 1000 members has some 8,000. In unknown fields a short token becomes a large object,
   * so the size of a body does not limit its memory.
   */
  static final int MAX_TOKENS = 500_000;

  private static final Map<Type, ObjectReader> READERS = new ConcurrentHashMap<>();
  private static @Nullable JsonMapper mapper;

  private StrictJson() {}

  /** Two threads that want the same reader make it once: the second one waits. */
  static ObjectReader reader(Type type) {
    return READERS.computeIfAbsent(type, StrictJson::newReader);
  }

  private static ObjectReader newReader(Type type) {
    JsonMapper json = mapper();
    return json.readerFor(json.constructType(type));
  }

  /** Not in a static initializer, which would fail differently the second time. */
  private static synchronized JsonMapper mapper() {
    if (mapper == null) {
      mapper = newMapper();
    }
    return mapper;
  }

  private static JsonMapper newMapper() {
    JsonFactory json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
            .build();
    return JsonMapper.builder(json)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .addHandler(new ScopeListHandler())
        .addModule(
            new SimpleModule()
                .addDeserializer(Object.class, new AdditionalPropertiesDeserializer())
                .addDeserializer(BigDecimal.class, NumberDeserializer.decimals())
                .addDeserializer(BigInteger.class, NumberDeserializer.bigIntegers())
                .addDeserializer(Long.class, NumberDeserializer.longs())
                .addDeserializer(Integer.class, NumberDeserializer.integers())
                .addDeserializer(Double.class, NumberDeserializer.doubles())
                .addDeserializer(Float.class, NumberDeserializer.floats()))
        .build();
  }
}
