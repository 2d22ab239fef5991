package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schema allows, however it is written: references, {@code allOf}, the keywords of OpenAPI
 * 3.0 and 3.1 and the order of keywords make no difference.
 */
final class Schema {
  private static final List<String> UNIONS = List.of("oneOf", "anyOf");

  private final OpenApiDocument document;

  /** The objects whose keywords all apply, without those that they refer to. */
  private final List<JsonNode> parts;

  private final boolean nullable;
  private final @Nullable String name;

  /** One of several types, or null for all of them. */
  private final @Nullable String only;

  private Schema(
      OpenApiDocument document,
      List<JsonNode> parts,
      boolean nullable,
      @Nullable String name,
      @Nullable String only) {
    this.document = document;
    this.parts = parts;
    this.nullable = nullable;
    this.name = name;
    this.only = only;
  }

  /** The schema of a node, which can be missing. */
  static Schema of(OpenApiDocument document, JsonNode node) {
    return of(document, node.isMissingNode() ? List.of() : List.of(node));
  }

  /** A schema that allows what all given ones allow. */
  private static Schema of(OpenApiDocument document, List<JsonNode> nodes) {
    List<JsonNode> parts = new ArrayList<>();
    Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    nodes.forEach(node -> flatten(document, node, parts, seen));
    Nullability nullability = new Nullability(document);
    return new Schema(
        document,
        parts,
        nodes.stream().allMatch(nullability::of),
        nodes.size() == 1 ? new SchemaNames(document).of(nodes.get(0)) : null,
        null);
  }

  private static void flatten(
      OpenApiDocument document, JsonNode node, List<JsonNode> parts, Set<JsonNode> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (OpenApiDocument.referenced(node)) {
      flatten(document, document.resolved(node), parts, seen);
      if (!document.jsonSchema()) {
        return;
      }
    }
    node.path("allOf").forEach(part -> flatten(document, part, parts, seen));
    for (String union : UNIONS) {
      List<JsonNode> variants = variants(document, node, union);
      if (variants.size() == 1) {
        flatten(document, variants.get(0), parts, seen);
      }
    }
    parts.add(node);
  }

  /** The variants of a union but for null; none if it only lists values, as an enum does. */
  static List<JsonNode> variants(OpenApiDocument document, JsonNode node, String union) {
    List<JsonNode> variants = new ArrayList<>();
    if (Constraints.listsValues(node.path(union))) {
      return variants;
    }
    for (JsonNode variant : node.path(union)) {
      if (!Nullability.isNull(document.resolved(variant))) {
        variants.add(variant);
      }
    }
    return variants;
  }

  /** The name of the record that the generator makes, or null if it makes none of that name. */
  @Nullable String name() {
    return name;
  }

  boolean nullable() {
    return nullable;
  }

  /** Whether this schema exists; a missing one allows everything. */
  boolean exists() {
    return !parts.isEmpty();
  }

  /** Whether this is one type of a list of types. */
  boolean isOnlyOneType() {
    return only != null;
  }

  /** Equal for schemas of one document that have the same parts. */
  List<Object> key() {
    List<Object> key = new ArrayList<>();
    parts.forEach(part -> key.add(new Identity(part)));
    key.add(String.valueOf(only));
    return key;
  }

  /** The types without null; empty if every type is allowed. */
  Set<String> types() {
    return only != null ? Set.of(only) : Types.of(parts);
  }

  /** Whether the schema has a list of types, each of which is a variant. */
  boolean hasTypeList() {
    return types().size() > 1 && unions().isEmpty();
  }

  /** The keyword of the variants. */
  String union() {
    return unions().isEmpty()
        ? "type"
        : UNIONS.stream().filter(unions().get(0)::has).findFirst().orElseThrow();
  }

  private List<JsonNode> unions() {
    return only != null
        ? List.of()
        : parts.stream()
            .filter(
                part ->
                    UNIONS.stream().anyMatch(union -> variants(document, part, union).size() > 1))
            .toList();
  }

  /** The schemas of which one applies; empty if the schema is not a union. */
  List<Schema> variants() {
    if (hasTypeList()) {
      return types().stream().map(type -> new Schema(document, parts, false, null, type)).toList();
    }
    return unions().isEmpty()
        ? List.of()
        : variants(document, unions().get(0), union()).stream()
            .map(variant -> of(document, variant))
            .toList();
  }

  boolean isUnion() {
    return !variants().isEmpty();
  }

  Set<String> fields() {
    Set<String> names = new LinkedHashSet<>();
    parts("properties").forEach(properties -> properties.fieldNames().forEachRemaining(names::add));
    return names;
  }

  boolean has(String field) {
    return fields().contains(field);
  }

  Schema field(String field) {
    return of(
        document,
        parts("properties").stream()
            .map(properties -> properties.path(field))
            .filter(property -> !property.isMissingNode())
            .toList());
  }

  Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    parts("required").forEach(part -> part.forEach(field -> names.add(field.asText())));
    return names;
  }

  Schema items() {
    return of(document, parts("items"));
  }

  /** What other fields can be: a schema, or a boolean. */
  List<JsonNode> additional() {
    List<JsonNode> additional = parts("additionalProperties");
    return additional.isEmpty() ? parts("unevaluatedProperties") : additional;
  }

  /** What other fields have to be. */
  Schema additionalSchema() {
    return of(document, additional().stream().filter(JsonNode::isObject).toList());
  }

  /** Whether a flag is set, such as {@code readOnly}. */
  boolean flag(String keyword) {
    return parts(keyword).stream().anyMatch(JsonNode::asBoolean);
  }

  /** The values of a keyword in all parts, in which the last one is the closest. */
  List<JsonNode> parts(String keyword) {
    return parts.stream().filter(part -> part.has(keyword)).map(part -> part.get(keyword)).toList();
  }

  List<JsonNode> parts() {
    return parts;
  }

  OpenApiDocument document() {
    return document;
  }

  private record Identity(JsonNode node) {
    @Override
    @SuppressWarnings("ReferenceEquality") // Equal parts at two places are two parts.
    public boolean equals(@Nullable Object other) {
      return other instanceof Identity identity && identity.node == node;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(node);
    }
  }
}
