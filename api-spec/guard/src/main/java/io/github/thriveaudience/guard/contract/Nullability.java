package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Whether a schema allows null: {@code nullable} in OpenAPI 3.0, the type {@code null} as of 3.1,
 * or a variant that is null.
 */
final class Nullability {
  private final OpenApiDocument document;
  private final Set<JsonNode> inProgress = Collections.newSetFromMap(new IdentityHashMap<>());

  Nullability(OpenApiDocument document) {
    this.document = document;
  }

  /** Whether a schema is the null variant of a union. */
  static boolean isNull(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.asText().equals("null")
        || (type.size() == 1 && type.get(0).asText().equals("null"))
        || (schema.has("const") && schema.get("const").isNull())
        || (schema.path("enum").size() == 1 && schema.get("enum").get(0).isNull());
  }

  boolean of(JsonNode schema) {
    if (schema.isBoolean() || !inProgress.add(schema)) {
      return schema.asBoolean(true);
    }
    boolean nullable = nullable(schema);
    inProgress.remove(schema);
    return nullable;
  }

  private boolean nullable(JsonNode schema) {
    if (!document.jsonSchema()) {
      if (OpenApiDocument.referenced(schema)) {
        return of(document.resolved(schema));
      }
      if (schema.path("nullable").asBoolean()) {
        // Tools take it for the whole schema, although `allOf` could rule null out.
        return true;
      }
    }
    return itself(schema)
        && targets(schema)
        && variants(schema, "oneOf")
        && variants(schema, "anyOf");
  }

  private boolean itself(JsonNode schema) {
    if (schema.path("type").isArray()) {
      return contains(schema.get("type"));
    }
    if (schema.path("enum").isArray() && !schema.has("type")) {
      return schema.get("enum").valueStream().anyMatch(JsonNode::isNull);
    }
    return isNull(schema)
        || (!schema.has("type") && !schema.has("const") && Types.of(List.of(schema)).isEmpty());
  }

  private static boolean contains(JsonNode types) {
    return types.valueStream().anyMatch(type -> type.asText().equals("null"));
  }

  private boolean targets(JsonNode schema) {
    return (!OpenApiDocument.referenced(schema) || of(document.resolved(schema)))
        && schema.path("allOf").valueStream().allMatch(this::of);
  }

  private boolean variants(JsonNode schema, String union) {
    return !schema.has(union) || schema.path(union).valueStream().anyMatch(this::of);
  }
}
