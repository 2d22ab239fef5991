package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The tree of a contract, with methods that resolve references.
 *
 * @param root the root of the tree
 */
record OpenApiDocument(JsonNode root) {

  /** Resolves a reference; returns any other node unchanged. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(root.at(node.get("$ref").asText().substring(1))) : node;
  }

  /**
   * Merges the schemas of {@code allOf} into one; keywords beside {@code allOf} take precedence.
   */
  JsonNode schema(JsonNode node) {
    JsonNode schema = resolved(node);
    if (!schema.has("allOf")) {
      return schema;
    }
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    schema.get("allOf").forEach(part -> merge(schema(part), merged));
    merge(((ObjectNode) schema.deepCopy()).without("allOf"), merged);
    return merged;
  }

  private static void merge(JsonNode from, ObjectNode into) {
    from.properties()
        .forEach(
            keyword -> {
              JsonNode there = into.path(keyword.getKey());
              if (keyword.getKey().equals("properties") && there.isObject()) {
                ((ObjectNode) there).setAll((ObjectNode) keyword.getValue().deepCopy());
              } else if (keyword.getKey().equals("required") && there.isArray()) {
                ((ArrayNode) there).addAll((ArrayNode) keyword.getValue());
              } else {
                into.set(keyword.getKey(), keyword.getValue().deepCopy());
              }
            });
  }

  /**
   * The first node that exists, such as the servers of an operation, of its path or of the
   * document.
   */
  static JsonNode first(JsonNode... nodes) {
    for (JsonNode node : nodes) {
      if (!node.isMissingNode()) {
        return node;
      }
    }
    return MissingNode.getInstance();
  }
}
