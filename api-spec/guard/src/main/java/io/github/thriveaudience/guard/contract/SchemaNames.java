package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of the Java types that the generator makes of schemas. */
final class SchemaNames {
  /** Keywords beside a reference that do not make another type of it. */
  private static final Set<String> BESIDE =
      Set.of("$ref", "allOf", "oneOf", "anyOf", "nullable", "type", "readOnly", "writeOnly");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final OpenApiDocument document;

  SchemaNames(OpenApiDocument document) {
    this.document = document;
  }

  /** The name of the schema that a node refers to, or null. */
  @Nullable String of(JsonNode node) {
    return of(node, new HashSet<>());
  }

  private @Nullable String of(JsonNode node, Set<String> followed) {
    List<JsonNode> targets = targets(node);
    if (!OpenApiDocument.referenced(node) && targets.size() == 1 && nothingBeside(node)) {
      return of(targets.get(0), followed);
    }
    if (!OpenApiDocument.referenced(node) || !followed.add(node.get("$ref").asText())) {
      return null;
    }
    // An alias of another schema is that schema.
    JsonNode target = document.files().at(node.get("$ref").asText());
    return OpenApiDocument.referenced(target)
        ? of(target, followed)
        : ofReference(node.get("$ref").asText());
  }

  private List<JsonNode> targets(JsonNode node) {
    List<JsonNode> targets = new ArrayList<>();
    node.path("allOf").forEach(targets::add);
    targets.addAll(Schema.variants(document, node, "oneOf"));
    targets.addAll(Schema.variants(document, node, "anyOf"));
    return targets;
  }

  private static boolean nothingBeside(JsonNode node) {
    return ChangeCollector.keys(node).stream()
        .allMatch(keyword -> BESIDE.contains(keyword) || ChangeCollector.descriptive(keyword));
  }

  /** The name of the target of an absolute reference: its key, or its file's name. */
  static String ofReference(String reference) {
    String target = reference.endsWith("#") ? reference.replaceFirst("\\.\\w+#$", "") : reference;
    return java(target.substring(target.lastIndexOf('/') + 1));
  }

  /** A name as a Java type is called. */
  static String java(String name) {
    StringBuilder java = new StringBuilder();
    for (String word : NO_LETTERS.split(name, -1)) {
      if (!word.isEmpty()) {
        java.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return java.toString();
  }
}
