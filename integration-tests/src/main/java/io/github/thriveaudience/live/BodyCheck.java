package io.github.thriveaudience.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares bodies with their schemas, and names unknown, missing and wrongly typed fields. */
final class BodyCheck {
  /** How an optional field was observed. */
  private enum Presence {
    PRESENT,
    NULL,
    ABSENT
  }

  private static final int MAX_DIGITS = 30;

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
   * @param where its name in messages
   */
  void check(String where, JsonNode described, JsonNode value) {
    JsonNode schema = spec.resolved(described);
    if (value.isNull()) {
      if (!schema.path("nullable").asBoolean()) {
        findings.violation(where + " is null");
      }
    } else if (!hasType(schema.path("type").asText(), value)) {
      findings.violation(
          where + " is " + type(value) + ", not " + withArticle(schema.path("type").asText()));
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
      findings.violation(where + " is missing");
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
    if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS) {
      findings.violation(where + " has more than " + MAX_DIGITS + " digits");
      return;
    }
    if (schema.has("minimum") && number.compareTo(schema.get("minimum").decimalValue()) < 0) {
      findings.violation(where + " is below " + schema.get("minimum").asText());
    }
    if (schema.has("multipleOf")
        && number.remainder(schema.get("multipleOf").decimalValue()).signum() != 0) {
      findings.violation(where + " is not a multiple of " + schema.get("multipleOf").asText());
    }
  }

  /** Reports how each optional field was observed. */
  void reportOptionalFields() {
    optional.forEach(
        (field, seen) ->
            findings.observation(
                field
                    + " was seen "
                    + seen.stream()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" and "))));
  }

  private static boolean hasType(String type, JsonNode value) {
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
    return withArticle(
        value.isNull() ? "null" : value.getNodeType().name().toLowerCase(Locale.ROOT));
  }

  private static String withArticle(String type) {
    if (type.equals("null")) {
      return type;
    }
    return (type.matches("[aeiou].*") ? "an " : "a ") + type;
  }
}
