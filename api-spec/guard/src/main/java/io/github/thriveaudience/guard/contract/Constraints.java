package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The constraints of a schema in the keywords of OpenAPI 3.0, without those that apply to no value
 * of its types.
 */
final class Constraints {
  private static final Map<String, List<String>> BY_TYPE =
      Map.of(
          "string", List.of("minLength", "maxLength", "pattern"),
          "number",
              List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
          "array", List.of("minItems", "maxItems", "uniqueItems"),
          "object", List.of("minProperties", "maxProperties"));

  /** Formats that are another keyword in JSON Schema, and in the generated Java another type. */
  private static final String BASE64 = "byte";

  private static final String BINARY = "binary";

  /** The keywords of a variant that is a value. */
  private static final Set<String> VALUES = Set.of("const", "enum", "type");

  private final Schema schema;
  private final ObjectNode found = JsonNodeFactory.instance.objectNode();

  private Constraints(Schema schema) {
    this.schema = schema;
  }

  static ObjectNode of(Schema schema) {
    Constraints constraints = new Constraints(schema);
    constraints.collect();
    return constraints.found;
  }

  private void collect() {
    bound("maximum", "exclusiveMaximum", 1);
    bound("minimum", "exclusiveMinimum", -1);
    List.of("maxLength", "maxItems", "maxProperties").forEach(keyword -> limit(keyword, 1));
    List.of("minLength", "minItems", "minProperties").forEach(keyword -> limit(keyword, -1));
    if (schema.flag("uniqueItems")) {
      found.put("uniqueItems", true);
    }
    same("pattern");
    same("multipleOf");
    enumeration();
    format();
    BY_TYPE.forEach(this::removeUnlessOf);
  }

  /** The closest limit of all parts; zero is the lowest one of a size. */
  private void limit(String keyword, int upper) {
    schema.parts(keyword).stream()
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .reduce((one, other) -> one.compareTo(other) * upper < 0 ? one : other)
        .filter(limit -> upper > 0 || limit.signum() > 0)
        .ifPresent(limit -> found.set(keyword, Values.number(limit)));
  }

  /** The closest limit of a number, and whether it is exclusive. */
  private void bound(String keyword, String exclusive, int upper) {
    Map<BigDecimal, Boolean> bounds = bounds(keyword, exclusive);
    bounds.keySet().stream()
        .reduce((one, other) -> one.compareTo(other) * upper < 0 ? one : other)
        .ifPresent(
            closest -> {
              found.set(keyword, Values.number(closest));
              if (bounds.getOrDefault(closest, false)) {
                found.put(exclusive, true);
              }
            });
  }

  /** Limits are exclusive by a flag in 3.0, and by their keyword as of 3.1. */
  private Map<BigDecimal, Boolean> bounds(String keyword, String exclusive) {
    Map<BigDecimal, Boolean> bounds = new LinkedHashMap<>();
    for (JsonNode part : schema.parts()) {
      if (part.path(keyword).isNumber()) {
        bounds.merge(limit(part.get(keyword)), flag(part, exclusive), Boolean::logicalOr);
      }
      if (part.path(exclusive).isNumber()) {
        bounds.put(limit(part.get(exclusive)), true);
      }
    }
    return bounds;
  }

  private static BigDecimal limit(JsonNode limit) {
    return limit.decimalValue().stripTrailingZeros();
  }

  private void same(String keyword) {
    Set<JsonNode> values = Values.distinct(schema.parts(keyword));
    if (!values.isEmpty()) {
      found.set(keyword, Values.oneOrAll(values));
    }
  }

  /** The values that all parts allow; a constant is an enum of one. Null is no value of its own. */
  private void enumeration() {
    List<Collection<JsonNode>> enums = new ArrayList<>();
    schema.parts("enum").forEach(values -> enums.add(Values.distinct(values)));
    schema.parts("const").forEach(value -> enums.add(List.of(Values.of(value))));
    for (String union : List.of("oneOf", "anyOf")) {
      schema.parts(union).stream()
          .filter(Constraints::listsValues)
          .forEach(variants -> enums.add(Values.distinct(listed(variants))));
    }
    enums.stream()
        .reduce((one, other) -> one.stream().filter(other::contains).toList())
        .ifPresent(
            values -> {
              ArrayNode array = found.putArray("enum");
              values.stream().filter(value -> !value.isNull()).forEach(array::add);
            });
  }

  private void format() {
    JsonNode format = last("format");
    if (last("contentEncoding").asText().equals("base64")) {
      found.put("format", BASE64);
    } else if (!schema.parts("contentEncoding").isEmpty()) {
      found.set("contentEncoding", last("contentEncoding"));
    } else if (last("contentMediaType").asText().equals("application/octet-stream")) {
      found.put("format", BINARY);
    } else if (!format.isMissingNode()) {
      found.set("format", format);
    }
  }

  private JsonNode last(String keyword) {
    List<JsonNode> values = schema.parts(keyword);
    return values.isEmpty() ? MissingNode.getInstance() : values.get(values.size() - 1);
  }

  private void removeUnlessOf(String type, List<String> keywords) {
    Set<String> types = schema.types();
    if (!types.isEmpty()
        && !types.contains(type)
        && !(type.equals("number") && types.contains("integer"))) {
      found.remove(keywords);
    }
  }

  /** Whether a schema is a file of any content, which 3.1 writes as no schema at all. */
  static boolean isBinary(Schema schema) {
    return of(schema).path("format").asText().equals(BINARY);
  }

  /** Whether variants are nothing but values, each with its description. */
  static boolean listsValues(JsonNode variants) {
    return !variants.isEmpty()
        && variants.valueStream().allMatch(variant -> variant.has("const") || variant.has("enum"))
        && variants
            .valueStream()
            .flatMap(variant -> ChangeCollector.keys(variant).stream())
            .allMatch(keyword -> VALUES.contains(keyword) || ChangeCollector.descriptive(keyword));
  }

  /** The values that variants list. */
  static List<JsonNode> listed(JsonNode variants) {
    List<JsonNode> values = new ArrayList<>();
    for (JsonNode variant : variants) {
      variant.path("enum").forEach(values::add);
      if (variant.has("const")) {
        values.add(variant.get("const"));
      }
    }
    return values;
  }

  static boolean flag(JsonNode constraints, String keyword) {
    return constraints.path(keyword).equals(BooleanNode.TRUE);
  }
}
