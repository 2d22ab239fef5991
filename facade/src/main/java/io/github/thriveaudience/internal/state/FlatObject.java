package io.github.thriveaudience.internal.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line: an object of texts, numbers and truth values. */
final class FlatObject {
  /** Stands for what no known field has. */
  private static final Object OTHER = new Object();

  private final String line;
  private final Map<String, @Nullable Object> values;

  private FlatObject(String line, Map<String, @Nullable Object> values) {
    this.line = line;
    this.values = values;
  }

  /**
   * Reads the rest of an object whose start was read.
   *
   * @param line names it in messages
   */
  static FlatObject read(JsonParser json, String line) throws IOException {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      values.put(name, value(json));
    }
    return new FlatObject(line, values);
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NULL -> null;
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      case VALUE_NUMBER_INT ->
          json.getNumberType() == JsonParser.NumberType.INT ? (Object) json.getIntValue() : OTHER;
      default -> {
        skip(json);
        yield OTHER;
      }
    };
  }

  /** Not {@code skipChildren}, which accepts the end of the input. */
  private static void skip(JsonParser json) throws IOException {
    int depth = 0;
    for (JsonToken token = json.currentToken(); token != null; token = json.nextToken()) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
    }
  }

  boolean has(String name, String value) {
    return value.equals(values.get(name));
  }

  /** A text, or null if it is null or missing. */
  @Nullable String text(String name) {
    Object value = values.get(name);
    return value == null ? null : as(String.class, name, value);
  }

  String requiredText(String name) {
    return as(String.class, name, values.get(name));
  }

  int number(String name) {
    return as(Integer.class, name, values.get(name));
  }

  boolean truth(String name) {
    return as(Boolean.class, name, values.get(name));
  }

  private <T> T as(Class<T> type, String name, @Nullable Object value) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(line + " has no valid " + name);
    }
    return type.cast(value);
  }
}
