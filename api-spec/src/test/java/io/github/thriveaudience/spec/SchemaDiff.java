package io.github.thriveaudience.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares two schemas, and those within them. */
final class SchemaDiff {
  private static final Set<String> ELSEWHERE = elsewhere();

  private final Document before;
  private final Document now;
  private final Direction direction;

  /** Pairs of references that are being compared, since schemas can contain themselves. */
  private final Set<List<String>> underWay = new HashSet<>();

  SchemaDiff(Document before, Document now, Direction direction) {
    this.before = before;
    this.now = now;
    this.direction = direction;
  }

  private static Set<String> elsewhere() {
    Set<String> keywords = new HashSet<>(Bounds.KEYWORDS);
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

  /** Of a body, a parameter or a header. */
  void compare(JsonNode old, JsonNode current, Changes changes) {
    compare(old, current, changes, changes.at(""));
  }

  private void compare(JsonNode old, JsonNode current, Changes changes, Changes fields) {
    if (old.isMissingNode() != current.isMissingNode()) {
      changes.add(
          direction.of(old.isMissingNode() ? -1 : 1),
          old.isMissingNode() ? "schema added" : "schema removed");
      return;
    }
    List<String> pair = List.of(old.path("$ref").asText(), current.path("$ref").asText());
    boolean referred = !pair.get(0).isEmpty() && !pair.get(1).isEmpty();
    if (!referred || underWay.add(pair)) {
      compareResolved(before.schema(old), now.schema(current), changes, fields);
      underWay.remove(pair);
    }
  }

  private void compareResolved(JsonNode old, JsonNode current, Changes changes, Changes fields) {
    if (!old.path("type").equals(current.path("type"))) {
      // What is said of another type is not to be compared.
      changes.fromTo(Weight.BREAKING, "type", old.path("type"), current.path("type"));
      return;
    }
    changes.others(old, current, ELSEWHERE);
    if (!old.path("format").equals(current.path("format"))) {
      changes.fromTo(Weight.BREAKING, "format", old.path("format"), current.path("format"));
    }
    new Bounds(old, current, direction, changes).compare();
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

  private void nullability(JsonNode old, JsonNode current, Changes changes) {
    boolean could = old.path("nullable").asBoolean();
    boolean can = current.path("nullable").asBoolean();
    if (could != can) {
      changes.add(direction.of(can ? 1 : -1), can ? "can be null" : "can no longer be null");
    }
  }

  /** What is not sent is then taken differently. */
  private void defaults(JsonNode old, JsonNode current, Changes changes) {
    if (!old.path("default").equals(current.path("default"))) {
      changes.fromTo(
          direction == Direction.REQUEST ? Weight.BREAKING : Weight.WORDING,
          "default",
          old.path("default"),
          current.path("default"));
    }
  }

  private void fields(JsonNode old, JsonNode current, Changes fields) {
    JsonNode were = old.path("properties");
    JsonNode are = current.path("properties");
    Set<String> requiredBefore = required(old);
    Set<String> requiredNow = required(current);
    for (String name : Changes.keys(were, are)) {
      Changes field = fields.field(name);
      if (!are.has(name)) {
        field.add(Weight.BREAKING, "removed");
        continue;
      }
      field.required(requiredBefore.contains(name), requiredNow.contains(name), direction);
      if (were.has(name)) {
        compare(were.get(name), are.get(name), field, fields.field(name + "."));
      } else {
        field.add(Weight.ADDITIVE, "added");
      }
    }
  }

  private static Set<String> required(JsonNode schema) {
    Set<String> names = new LinkedHashSet<>();
    schema.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private void additionalFields(JsonNode old, JsonNode current, Changes changes, Changes fields) {
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

  private void variants(String keyword, JsonNode old, JsonNode current, Changes changes) {
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
