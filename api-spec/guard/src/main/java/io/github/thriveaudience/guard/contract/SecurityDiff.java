package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the security schemes of two contracts. */
final class SecurityDiff {
  private final OpenApiDocument before;
  private final OpenApiDocument now;
  private final ChangeCollector changes;

  /** The former names of schemes by the current ones. */
  private final Map<String, String> renamed = new TreeMap<>();

  SecurityDiff(OpenApiDocument before, OpenApiDocument now, ChangeCollector changes) {
    this.before = before;
    this.now = now;
    this.changes = changes;
    rename();
  }

  /** A scheme that is there under another name is the same: names are not on the wire. */
  private void rename() {
    JsonNode were = schemes(before);
    JsonNode are = schemes(now);
    for (String name : ChangeCollector.keys(were)) {
      ChangeCollector.keys(are).stream()
          .filter(other -> !are.has(name) && !were.has(other) && !renamed.containsKey(other))
          .filter(other -> same(were.get(name), are.get(other)))
          .findFirst()
          .ifPresent(other -> renamed.put(other, name));
    }
  }

  private boolean same(JsonNode old, JsonNode current) {
    List<Change> found = new ArrayList<>();
    scheme(before.resolved(old), now.resolved(current), ChangeCollector.into(found));
    return Change.highest(found).compareTo(Severity.WORDING) <= 0;
  }

  void compare() {
    JsonNode were = schemes(before);
    JsonNode are = schemes(now);
    for (String name : ChangeCollector.keys(were, are)) {
      if (!renamed.containsKey(name) && !renamed.containsValue(name)) {
        compare(were.path(name), are.path(name), changes.at("security scheme " + name));
      }
    }
    renamed.forEach(
        (name, was) ->
            changes.at("security scheme " + was).add(Severity.WORDING, "renamed to " + name));
  }

  private void compare(JsonNode old, JsonNode current, ChangeCollector scheme) {
    if (current.isMissingNode()) {
      scheme.add(Severity.BREAKING, "removed");
    } else if (old.isMissingNode()) {
      scheme.add(Severity.ADDITIVE, "added");
    } else {
      scheme(before.resolved(old), now.resolved(current), scheme);
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

  /** The alternatives that an operation of the released contract accepts. */
  List<String> released(JsonNode operation) {
    return requirements(before, operation, Map.of());
  }

  /** The alternatives that an operation accepts now, with the former names of schemes. */
  List<String> current(JsonNode operation) {
    return requirements(now, operation, renamed);
  }

  /** The order of names and scopes does not count, and no alternative means that none is needed. */
  private static List<String> requirements(
      OpenApiDocument document, JsonNode operation, Map<String, String> names) {
    List<String> requirements = new ArrayList<>();
    OpenApiDocument.first(operation.path("security"), document.root().path("security"))
        .forEach(requirement -> requirements.add(text(requirement, names)));
    return requirements.isEmpty() ? List.of("{}") : requirements;
  }

  private static String text(JsonNode requirement, Map<String, String> names) {
    TreeMap<String, TreeSet<String>> schemes = new TreeMap<>();
    for (var scheme : requirement.properties()) {
      TreeSet<String> scopes = new TreeSet<>();
      scheme.getValue().forEach(scope -> scopes.add(scope.asText()));
      schemes.put(names.getOrDefault(scheme.getKey(), scheme.getKey()), scopes);
    }
    return schemes.entrySet().stream()
        .map(scheme -> scheme.getKey() + ":[" + String.join(",", scheme.getValue()) + "]")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
