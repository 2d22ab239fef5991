package io.github.thriveaudience.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A contract as it is written, with what its references stand for.
 *
 * @param root the whole
 */
record Document(JsonNode root) {

  /** What a reference stands for; anything else as it is. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(root.at(node.get("$ref").asText().substring(1))) : node;
  }

  /** A schema in which that of each {@code allOf} is merged, what stands beside it winning. */
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

  /** The first of some that is there, such as the servers of an operation, its path or all. */
  static JsonNode first(JsonNode... nodes) {
    for (JsonNode node : nodes) {
      if (!node.isMissingNode()) {
        return node;
      }
    }
    return MissingNode.getInstance();
  }
}
