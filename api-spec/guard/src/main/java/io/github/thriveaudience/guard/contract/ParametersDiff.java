package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the parameters of two operations, wherever and in whichever order they are given. */
final class ParametersDiff {
  /** Compares what a parameter, a body and a header have in common. */
  interface Parts {
    void compare(JsonNode old, JsonNode current, Direction direction, ChangeCollector where);
  }

  private final OpenApiDocument before;
  private final OpenApiDocument now;
  private final Parts parts;
  private final ChangeCollector changes;

  ParametersDiff(
      OpenApiDocument before, OpenApiDocument now, Parts parts, ChangeCollector changes) {
    this.before = before;
    this.now = now;
    this.parts = parts;
    this.changes = changes;
  }

  void compare(JsonNode oldPath, JsonNode currentPath, String method, Map<String, String> renamed) {
    Map<String, JsonNode> old = parameters(before, oldPath, method, renamed);
    Map<String, JsonNode> current = parameters(now, currentPath, method, Map.of());
    old.forEach((name, parameter) -> compare(name, parameter, current.get(name)));
    current.forEach(
        (name, parameter) -> {
          if (!old.containsKey(name)) {
            added(parameter, changes.at(shown(name, parameter)));
          }
        });
    renamed.forEach(
        (was, is) -> changes.at("path parameter " + was).add(Severity.WORDING, "renamed to " + is));
  }

  private void compare(String name, JsonNode old, @Nullable JsonNode current) {
    if (current == null) {
      changes.at(shown(name, old)).add(Severity.BREAKING, "removed", Consequence.REQUEST_REMOVED);
    } else {
      parts.compare(old, current, Direction.REQUEST, changes.at(shown(name, current)));
    }
  }

  private static String shown(String name, JsonNode parameter) {
    return name.startsWith("header ")
        ? "header parameter " + parameter.path("name").asText()
        : name;
  }

  private static Map<String, JsonNode> parameters(
      OpenApiDocument document, JsonNode path, String method, Map<String, String> renamed) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode list : List.of(path.path("parameters"), path.path(method).path("parameters"))) {
      list.forEach(
          one -> {
            JsonNode parameter = document.resolved(one);
            String in = parameter.path("in").asText();
            parameters.put(
                in + " parameter " + name(parameter, in, renamed), withoutDefaults(parameter, in));
          });
    }
    return parameters;
  }

  private static String name(JsonNode parameter, String in, Map<String, String> renamed) {
    String name = parameter.path("name").asText();
    return switch (in) {
      case "path" -> renamed.getOrDefault(name, name);
      case "header" -> name.toLowerCase(Locale.ROOT);
      default -> name;
    };
  }

  /** A parameter or header without what it would mean anyway. */
  static JsonNode withoutDefaults(JsonNode parameter, String in) {
    ObjectNode plain = parameter.deepCopy();
    String style = in.equals("query") || in.equals("cookie") ? "form" : "simple";
    boolean form = parameter.path("style").asText(style).equals("form");
    removeIf(plain, "style", style);
    removeIf(plain, "explode", String.valueOf(form));
    removeIf(plain, "allowReserved", "false");
    removeIf(plain, "allowEmptyValue", "false");
    return plain;
  }

  private static void removeIf(ObjectNode parameter, String keyword, String value) {
    if (parameter.path(keyword).asText().equals(value)) {
      parameter.remove(keyword);
    }
  }

  /** Adds a part of a request that the released contract does not have. */
  static void added(JsonNode part, ChangeCollector where) {
    boolean required = part.path("required").asBoolean();
    where.add(
        required ? Severity.BREAKING : Severity.ADDITIVE,
        required ? "added, and required" : "added",
        required ? Consequence.PARAMETER_REQUIRED : Consequence.PARAMETER_ADDED);
  }
}
