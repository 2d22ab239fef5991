package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares two schemas and their nested schemas. */
final class SchemaDiff {
  private static final Set<String> ELSEWHERE = elsewhere();

  private final OpenApiDocument before;
  private final OpenApiDocument now;
  private final Direction direction;

  /** The pairs of references in progress, since schemas can be recursive. */
  private final Set<List<String>> inProgress = new HashSet<>();

  SchemaDiff(OpenApiDocument before, OpenApiDocument now, Direction direction) {
    this.before = before;
    this.now = now;
    this.direction = direction;
  }

  private static Set<String> elsewhere() {
    Set<String> keywords = new HashSet<>(ConstraintsDiff.KEYWORDS);
    keywords.addAll(
        List.of(
            "type",
            "format",
            "nullable",
            "default",
            "required",
            "properties",
            "items",
            "additionalProperties",
            "oneOf",
            "anyOf"));
    return keywords;
  }

  /** Compares the schemas of a body, a parameter or a header. */
  void compare(JsonNode old, JsonNode current, ChangeCollector changes) {
    compare(old, current, changes, changes.at(""));
  }

  private void compare(
      JsonNode old, JsonNode current, ChangeCollector changes, ChangeCollector fields) {
    if (old.isMissingNode() != current.isMissingNode()) {
      changes.add(
          direction.of(old.isMissingNode() ? -1 : 1),
          old.isMissingNode() ? "schema added" : "schema removed");
      return;
    }
    List<String> pair = List.of(old.path("$ref").asText(), current.path("$ref").asText());
    boolean referred = !pair.get(0).isEmpty() && !pair.get(1).isEmpty();
    if (!referred || inProgress.add(pair)) {
      compareResolved(before.schema(old), now.schema(current), changes, fields);
      inProgress.remove(pair);
    }
  }

  private void compareResolved(
      JsonNode old, JsonNode current, ChangeCollector changes, ChangeCollector fields) {
    if (!old.path("type").equals(current.path("type"))) {
      // The constraints of different types are not comparable.
      changes.fromTo(Severity.BREAKING, "type", old.path("type"), current.path("type"));
      return;
    }
    changes.others(old, current, ELSEWHERE);
    if (!old.path("format").equals(current.path("format"))) {
      changes.fromTo(Severity.BREAKING, "format", old.path("format"), current.path("format"));
    }
    new ConstraintsDiff(old, current, direction, changes).compare();
    nullability(old, current, changes);
    defaults(old, current, changes);
    fields(old, current, fields);
    additionalFields(old, current, changes, fields);
    variants("oneOf", old, current, changes);
    variants("anyOf", old, current, changes);
    if (old.has("items") || current.has("items")) {
      compare(old.path("items"), current.path("items"), changes.field("[]"), changes.field("[]."));
    }
  }

  private void nullability(JsonNode old, JsonNode current, ChangeCollector changes) {
    boolean could = old.path("nullable").asBoolean();
    boolean can = current.path("nullable").asBoolean();
    if (could != can) {
      changes.add(direction.of(can ? 1 : -1), can ? "can be null" : "can no longer be null");
    }
  }

  /** A new default changes the meaning of requests that omit the value. */
  private void defaults(JsonNode old, JsonNode current, ChangeCollector changes) {
    if (!old.path("default").equals(current.path("default"))) {
      changes.fromTo(
          direction == Direction.REQUEST ? Severity.BREAKING : Severity.WORDING,
          "default",
          old.path("default"),
          current.path("default"));
    }
  }

  private void fields(JsonNode old, JsonNode current, ChangeCollector fields) {
    JsonNode were = old.path("properties");
    JsonNode are = current.path("properties");
    Set<String> requiredBefore = required(old);
    Set<String> requiredNow = required(current);
    for (String name : ChangeCollector.keys(were, are)) {
      ChangeCollector field = fields.field(name);
      if (!are.has(name)) {
        field.add(Severity.BREAKING, "removed");
        continue;
      }
      field.required(requiredBefore.contains(name), requiredNow.contains(name), direction);
      if (were.has(name)) {
        compare(were.get(name), are.get(name), field, fields.field(name + "."));
      } else {
        field.add(Severity.ADDITIVE, "added");
      }
    }
  }

  private static Set<String> required(JsonNode schema) {
    Set<String> names = new LinkedHashSet<>();
    schema.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private void additionalFields(
      JsonNode old, JsonNode current, ChangeCollector changes, ChangeCollector fields) {
    JsonNode could = old.path("additionalProperties");
    JsonNode can = current.path("additionalProperties");
    if (could.isObject() && can.isObject()) {
      compare(could, can, fields.field("*"), fields.field("*."));
    } else if (openness(could) != openness(can)) {
      changes.fromTo(
          direction.of(openness(can) - openness(could)), "additionalProperties", could, can);
    }
  }

  /** 0 for none, 1 for some, 2 for any. */
  private static int openness(JsonNode additional) {
    return additional.isObject() ? 1 : additional.asBoolean(true) ? 2 : 0;
  }

  private void variants(String keyword, JsonNode old, JsonNode current, ChangeCollector changes) {
    JsonNode were = old.path(keyword);
    JsonNode are = current.path(keyword);
    if (were.size() != are.size()) {
      changes.fromTo(direction.of(are.size() - were.size()), keyword, were, are);
      return;
    }
    for (int i = 0; i < were.size(); i++) {
      String variant = "(" + keyword + " " + (i + 1) + ")";
      compare(were.get(i), are.get(i), changes.field(variant), changes.field(variant + "."));
    }
  }
}
