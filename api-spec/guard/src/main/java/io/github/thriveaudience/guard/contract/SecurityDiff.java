package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the security schemes of two contracts. */
final class SecurityDiff {
  private final OpenApiDocument before;
  private final OpenApiDocument now;
  private final ChangeCollector changes;

  SecurityDiff(OpenApiDocument before, OpenApiDocument now, ChangeCollector changes) {
    this.before = before;
    this.now = now;
    this.changes = changes;
  }

  void compare() {
    JsonNode were = schemes(before);
    JsonNode are = schemes(now);
    for (String name : ChangeCollector.keys(were, are)) {
      ChangeCollector scheme = changes.at("security scheme " + name);
      if (!are.has(name)) {
        scheme.add(Severity.BREAKING, "removed");
      } else if (!were.has(name)) {
        scheme.add(Severity.ADDITIVE, "added");
      } else {
        scheme(before.resolved(were.get(name)), now.resolved(are.get(name)), scheme);
      }
    }
  }

  private static JsonNode schemes(OpenApiDocument document) {
    return document.root().path("components").path("securitySchemes");
  }

  private static void scheme(JsonNode old, JsonNode current, ChangeCollector where) {
    where.others(old, current, Set.of("flows"));
    for (String flow : ChangeCollector.keys(old.path("flows"), current.path("flows"))) {
      JsonNode was = old.path("flows").path(flow);
      JsonNode is = current.path("flows").path(flow);
      where.at(flow).others(was, is, Set.of("scopes"));
      where
          .at(flow)
          .addedAndRemoved(
              "scope ",
              ChangeCollector.keys(was.path("scopes")),
              ChangeCollector.keys(is.path("scopes")));
    }
  }

  /**
   * The alternatives that an operation accepts. The order of names and scopes does not count, and
   * no alternative means that none is needed.
   */
  static List<String> requirements(OpenApiDocument document, JsonNode operation) {
    List<String> requirements = new ArrayList<>();
    OpenApiDocument.first(operation.path("security"), document.root().path("security"))
        .forEach(requirement -> requirements.add(text(requirement)));
    return requirements.isEmpty() ? List.of("{}") : requirements;
  }

  private static String text(JsonNode requirement) {
    TreeMap<String, TreeSet<String>> schemes = new TreeMap<>();
    requirement
        .properties()
        .forEach(
            scheme -> {
              TreeSet<String> scopes = new TreeSet<>();
              scheme.getValue().forEach(scope -> scopes.add(scope.asText()));
              schemes.put(scheme.getKey(), scopes);
            });
    return schemes.entrySet().stream()
        .map(scheme -> scheme.getKey() + ":[" + String.join(",", scheme.getValue()) + "]")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
