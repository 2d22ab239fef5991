package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The schemas of a contract that have a name: its components, and what references lead to. */
final class NamedSchemas {
  private static final Set<String> DATA =
      Set.of("example", "examples", "default", "enum", "const", "discriminator");

  private final OpenApiDocument document;
  private final Map<String, Schema> found = new TreeMap<>();
  private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private NamedSchemas(OpenApiDocument document) {
    this.document = document;
  }

  /** All schemas by the names that they have in Java. */
  static Map<String, Schema> of(OpenApiDocument document) {
    NamedSchemas schemas = new NamedSchemas(document);
    document
        .root()
        .path("components")
        .path("schemas")
        .properties()
        .forEach(entry -> schemas.component(entry.getKey(), entry.getValue()));
    schemas.walk(document.root(), false);
    return schemas.found;
  }

  private void component(String name, JsonNode schema) {
    // An alias of a schema in another file has that schema's type.
    if (!OpenApiDocument.referenced(schema)) {
      found.put(SchemaNames.java(name), Schema.of(document, schema));
    }
    walk(schema, true);
  }

  private void walk(JsonNode node, boolean schema) {
    if (!seen.add(node)) {
      return;
    }
    if (OpenApiDocument.referenced(node)) {
      target(node, schema);
    }
    node.properties().stream()
        .filter(child -> !DATA.contains(child.getKey()) || child.getValue().isObject())
        .forEach(
            child ->
                walk(
                    child.getValue(),
                    schema || child.getKey().equals("schema") || child.getKey().equals("schemas")));
    if (node.isArray()) {
      node.forEach(child -> walk(child, schema));
    }
  }

  private void target(JsonNode reference, boolean schema) {
    String name = new SchemaNames(document).of(reference);
    if (schema && name != null) {
      found.putIfAbsent(name, Schema.of(document, reference));
    }
    walk(document.resolved(reference), schema);
  }
}
