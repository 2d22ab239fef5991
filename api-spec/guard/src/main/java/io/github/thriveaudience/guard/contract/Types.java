package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The types that a schema allows, declared or implied by other keywords. */
final class Types {
  private static final Set<String> OF_OBJECTS =
      Set.of("properties", "required", "minProperties", "maxProperties", "patternProperties");
  private static final Set<String> OF_ARRAYS =
      Set.of("items", "prefixItems", "minItems", "maxItems", "uniqueItems");
  private static final Set<String> OF_STRINGS =
      Set.of("minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType");
  private static final Set<String> OF_NUMBERS =
      Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");

  private Types() {}

  /** The types that all parts allow, without null; empty if every type is allowed. */
  static Set<String> of(List<JsonNode> parts) {
    Set<String> types = common(parts.stream().map(Types::declared).toList());
    return types.isEmpty() ? common(parts.stream().map(Types::implied).toList()) : types;
  }

  private static Set<String> common(List<Set<String>> sets) {
    return sets.stream().reduce(Set.of(), Types::common);
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    Set<String> common = new TreeSet<>();
    Stream.concat(one.stream(), other.stream())
        .filter(type -> allows(one, type) && allows(other, type))
        .forEach(common::add);
    return common;
  }

  private static boolean allows(Set<String> types, String type) {
    return types.contains(type) || (type.equals("integer") && types.contains("number"));
  }

  static Set<String> declared(JsonNode part) {
    Set<String> types = new TreeSet<>();
    JsonNode type = part.path("type");
    if (type.isTextual()) {
      types.add(type.asText());
    }
    type.forEach(one -> types.add(one.asText()));
    types.remove("null");
    return types;
  }

  private static Set<String> implied(JsonNode part) {
    List<JsonNode> values = values(part);
    if (!values.isEmpty()) {
      return ofValues(values);
    }
    Set<String> types = new LinkedHashSet<>();
    add(part, OF_OBJECTS, "object", types);
    add(part, OF_ARRAYS, "array", types);
    add(part, OF_STRINGS, "string", types);
    add(part, OF_NUMBERS, "number", types);
    if (part.path("additionalProperties").isObject()) {
      types.add("object");
    }
    return types.size() == 1 ? types : Set.of();
  }

  private static void add(JsonNode part, Set<String> keywords, String type, Set<String> types) {
    if (keywords.stream().anyMatch(part::has)) {
      types.add(type);
    }
  }

  private static List<JsonNode> values(JsonNode part) {
    List<JsonNode> values = new ArrayList<>();
    values.add(part.path("const"));
    part.path("enum").forEach(values::add);
    for (String union : List.of("oneOf", "anyOf")) {
      if (Constraints.listsValues(part.path(union))) {
        values.addAll(Constraints.listed(part.path(union)));
      }
    }
    values.removeIf(value -> value.isMissingNode() || value.isNull());
    return values;
  }

  private static Set<String> ofValues(List<JsonNode> values) {
    Set<String> types = new TreeSet<>();
    values.forEach(value -> types.add(type(value)));
    return types;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> "string";
    };
  }
}
