package io.github.thriveaudience.internal.response;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads properties that the spec does not define as Jackson does, but refuses duplicate fields. */
final class AdditionalPropertiesDeserializer extends JsonDeserializer<Object> {

  @Override
  public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json, context);
      case START_ARRAY -> array(json, context);
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> json.getNumberValue();
      case VALUE_NUMBER_FLOAT -> fraction(json.getText());
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      case VALUE_NULL -> null;
      default -> context.handleUnexpectedToken(Object.class, json);
    };
  }

  /**
   * An exponent out of range is kept as text: nothing is wrong with a property that is not used.
   */
  private static Number fraction(String number) {
    BigDecimal value = NumberDeserializer.decimal(number);
    return value == null ? new LiteralNumber(number) : value;
  }

  private Map<String, @Nullable Object> object(JsonParser json, DeserializationContext context)
      throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (fields.containsKey(name)) {
        throw new JsonParseException(json, "a duplicate field");
      }
      json.nextToken();
      fields.put(name, deserialize(json, context));
    }
    return fields;
  }

  private List<@Nullable Object> array(JsonParser json, DeserializationContext context)
      throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(deserialize(json, context));
    }
    return items;
  }
}
