package io.github.thriveaudience.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares bodies with their schemas: unknown, missing and differently typed fields, by name. */
final class BodyCheck {
  /** What can become of a field that need not be there. */
  private enum Presence {
    PRESENT,
    NULL,
    ABSENT
  }

  private static final int MOST_DIGITS = 30;

  private final Spec spec;
  private final Findings findings;
  private final Map<String, Set<Presence>> optional = new TreeMap<>();

  BodyCheck(Spec spec, Findings findings) {
    this.spec = spec;
    this.findings = findings;
  }

  /**
   * Compares one value.
   *
   * @param where what messages call it
   */
  void check(String where, JsonNode described, JsonNode value) {
    JsonNode schema = spec.resolved(described);
    if (value.isNull()) {
      if (!schema.path("nullable").asBoolean()) {
        findings.breaking(where + " is null");
      }
    } else if (!isA(schema.path("type").asText(), value)) {
      findings.breaking(
          where + " is " + type(value) + ", not " + article(schema.path("type").asText()));
    } else {
      checkWithin(where, schema, value);
    }
  }

  private void checkWithin(String where, JsonNode schema, JsonNode value) {
    if (value.isObject()) {
      checkFields(where, schema, value);
    } else if (value.isArray()) {
      value.forEach(item -> check(where + "[]", schema.path("items"), item));
    } else if (value.isNumber()) {
      checkBounds(where, schema, value);
    }
  }

  private void checkFields(String where, JsonNode schema, JsonNode object) {
    JsonNode known = schema.path("properties");
    known
        .properties()
        .forEach(field -> checkField(where + "." + field.getKey(), field.getKey(), schema, object));
    object
        .properties()
        .forEach(
            field -> {
              if (!known.has(field.getKey())) {
                findings.addition(
                    where + "." + findings.shown(field.getKey()) + ", " + type(field.getValue()));
              }
            });
  }

  private void checkField(String where, String name, JsonNode schema, JsonNode object) {
    boolean required = required(schema, name);
    if (object.has(name)) {
      check(where, schema.path("properties").path(name), object.get(name));
    } else if (required) {
      findings.breaking(where + " is missing");
    }
    if (!required) {
      Presence presence =
          !object.has(name)
              ? Presence.ABSENT
              : object.get(name).isNull() ? Presence.NULL : Presence.PRESENT;
      optional.computeIfAbsent(where, unseen -> EnumSet.noneOf(Presence.class)).add(presence);
    }
  }

  private static boolean required(JsonNode schema, String name) {
    for (JsonNode one : schema.path("required")) {
      if (one.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void checkBounds(String where, JsonNode schema, JsonNode value) {
    BigDecimal number = value.decimalValue();
    if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
      findings.breaking(where + " has more than " + MOST_DIGITS + " digits");
      return;
    }
    if (schema.has("minimum") && number.compareTo(schema.get("minimum").decimalValue()) < 0) {
      findings.breaking(where + " is below " + schema.get("minimum").asText());
    }
    if (schema.has("multipleOf")
        && number.remainder(schema.get("multipleOf").decimalValue()).signum() != 0) {
      findings.breaking(where + " is not a multiple of " + schema.get("multipleOf").asText());
    }
  }

  /** How the fields that need not be there were seen. */
  void reportOptionalFields() {
    optional.forEach(
        (field, seen) ->
            findings.answer(
                field
                    + " was seen "
                    + seen.stream()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" and "))));
  }

  private static boolean isA(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "number" -> value.isNumber();
      case "integer" -> value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
      default -> true;
    };
  }

  private static String type(JsonNode value) {
    return article(value.isNull() ? "null" : value.getNodeType().name().toLowerCase(Locale.ROOT));
  }

  private static String article(String type) {
    if (type.equals("null")) {
      return type;
    }
    return (type.matches("[aeiou].*") ? "an " : "a ") + type;
  }
}
