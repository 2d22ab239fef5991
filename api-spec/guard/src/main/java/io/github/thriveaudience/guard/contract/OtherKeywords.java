package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.TreeSet;

/** The keywords of a schema that no class compares by their meaning. */
final class OtherKeywords {
  private static final Set<String> ELSEWHERE =
      Set.of(
          "$ref",
          "allOf",
          "oneOf",
          "anyOf",
          "type",
          "nullable",
          "format",
          "contentEncoding",
          "contentMediaType",
          "default",
          "required",
          "properties",
          "items",
          "additionalProperties",
          "unevaluatedProperties",
          "discriminator",
          "readOnly",
          "writeOnly",
          "const",
          "deprecated");

  /** Keywords that do not constrain, or only a target of references does. */
  private static final Set<String> ANNOTATIONS =
      Set.of("$defs", "definitions", "$schema", "$comment", "$id", "$anchor", "contentSchema");

  private static final int MAX_DEPTH = 6;

  private OtherKeywords() {}

  /** Keywords that describe: their last value counts. */
  static ObjectNode descriptive(Schema schema) {
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    for (String keyword : keywords(schema)) {
      if (ChangeCollector.descriptive(keyword)) {
        schema.parts(keyword).forEach(value -> found.set(keyword, value));
      }
    }
    return found;
  }

  /** Keywords that constrain in a way that is not compared: the values of all parts. */
  static ObjectNode constraining(Schema schema) {
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    for (String keyword : keywords(schema)) {
      if (!ChangeCollector.descriptive(keyword)) {
        OpenApiDocument document = schema.document();
        found.set(
            keyword,
            Values.oneOrAll(
                Values.distinct(
                    schema.parts(keyword).stream().map(value -> plain(value, document)).toList())));
      }
    }
    return found;
  }

  private static Set<String> keywords(Schema schema) {
    Set<String> keywords = new TreeSet<>();
    schema.parts().forEach(part -> part.fieldNames().forEachRemaining(keywords::add));
    keywords.removeAll(ELSEWHERE);
    keywords.removeAll(ConstraintsDiff.KEYWORDS);
    keywords.removeAll(ANNOTATIONS);
    return keywords;
  }

  /** A value with its references resolved and without descriptions. */
  static JsonNode plain(JsonNode value, OpenApiDocument document) {
    return plain(value, document, 0);
  }

  private static JsonNode plain(JsonNode value, OpenApiDocument document, int depth) {
    if (depth > MAX_DEPTH && OpenApiDocument.referenced(value)) {
      // By its name, since schemas can be recursive.
      return TextNode.valueOf(SchemaNames.ofReference(value.get("$ref").asText()));
    }
    JsonNode resolved = document.resolved(value);
    if (resolved.isObject()) {
      ObjectNode plain = JsonNodeFactory.instance.objectNode();
      ChangeCollector.keys(resolved).stream()
          .filter(keyword -> !ChangeCollector.descriptive(keyword))
          .forEach(
              keyword -> plain.set(keyword, plain(resolved.get(keyword), document, depth + 1)));
      return plain;
    }
    if (resolved.isArray()) {
      ArrayNode plain = JsonNodeFactory.instance.arrayNode();
      resolved.forEach(item -> plain.add(plain(item, document, depth + 1)));
      return plain;
    }
    return resolved;
  }
}
