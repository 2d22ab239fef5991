package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of enum and const, as they are sent. */
final class EnumValues {
  private EnumValues() {}

  /** The values, null among them; null if any value is allowed. */
  static @Nullable List<@Nullable Object> of(Schema<?> schema) {
    if (schema.getEnum() == null && schema.getConst() == null) {
      return null;
    }
    Set<@Nullable Object> values = new LinkedHashSet<>();
    if (schema.getEnum() != null) {
      schema.getEnum().forEach(value -> values.add(json(value)));
    } else {
      values.add(json(schema.getConst()));
    }
    return new ArrayList<>(values);
  }

  /** The parser has made a Java type of some. */
  private static @Nullable Object json(@Nullable Object value) {
    if (value instanceof Date date) {
      return DateTimeFormatter.ISO_LOCAL_DATE.format(date.toInstant().atOffset(ZoneOffset.UTC));
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    return value instanceof UUID id ? id.toString() : value;
  }

  /** The JSON types of values, without null. */
  static Set<String> types(List<@Nullable Object> values) {
    Set<String> types = new LinkedHashSet<>();
    for (Object value : values) {
      if (value != null) {
        types.add(type(value));
      }
    }
    return types;
  }

  private static String type(Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof Number number) {
      return number.toString().matches("-?\\d+") ? "integer" : "number";
    }
    return value instanceof Iterable<?> ? "array" : "object";
  }
}
