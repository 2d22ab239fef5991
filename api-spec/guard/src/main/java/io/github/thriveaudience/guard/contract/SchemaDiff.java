package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares two schemas and their nested schemas. */
final class SchemaDiff {
  private final OpenApiDocument before;
  private final OpenApiDocument now;
  private final Direction direction;
  private final RenamedSchemas names;

  /** The pairs in progress, since schemas can be recursive. */
  private final Set<List<Object>> inProgress = new HashSet<>();

  SchemaDiff(
      OpenApiDocument before, OpenApiDocument now, Direction direction, RenamedSchemas names) {
    this.before = before;
    this.now = now;
    this.direction = direction;
    this.names = names;
  }

  Direction direction() {
    return direction;
  }

  /** Compares the schemas of a body, a parameter or a header. */
  void compare(JsonNode old, JsonNode current, ChangeCollector changes) {
    boolean oneOnly = old.isMissingNode() != current.isMissingNode();
    if (oneOnly && !SchemaMeaning.same(Schema.of(before, old), Schema.of(now, current))) {
      int sign = old.isMissingNode() ? -1 : 1;
      changes.add(
          direction.of(sign),
          old.isMissingNode() ? "schema added" : "schema removed",
          direction.consequence(sign));
    } else {
      compare(Schema.of(before, old), Schema.of(now, current), changes, changes.at(""), true);
    }
  }

  /**
   * Compares two schemas at one place.
   *
   * @param changes collects the changes of the value itself
   * @param fields collects the changes of its fields
   * @param required whether the place must have a value now, so that null is refused in Java
   */
  void compare(
      Schema old,
      Schema current,
      ChangeCollector changes,
      ChangeCollector fields,
      boolean required) {
    nullability(old, current, changes, required);
    List<Object> pair = List.of(old.key(), current.key());
    if (inProgress.add(pair)) {
      if (old.isUnion() || current.isUnion()) {
        new VariantsDiff(this, changes).compare(old, current);
      } else {
        names.compare(old, current, changes);
        values(old, current, changes, fields);
      }
      inProgress.remove(pair);
    }
  }

  private void values(Schema old, Schema current, ChangeCollector changes, ChangeCollector fields) {
    if (!old.types().equals(current.types())) {
      // The constraints of different types are not comparable.
      changes.fromTo(Severity.BREAKING, "type", types(old), types(current), Consequence.TYPE);
    } else {
      mapOrRecord(old, current, changes);
      keywords(old, current, changes, fields);
    }
  }

  /** An object without fields is a map in Java. */
  private void mapOrRecord(Schema old, Schema current, ChangeCollector changes) {
    boolean was = old.fields().isEmpty();
    if (direction == Direction.RESPONSE
        && old.types().equals(Set.of("object"))
        && was != current.fields().isEmpty()) {
      changes.add(
          Severity.BREAKING,
          was ? "was a map, has fields now" : "had fields, is a map now",
          Consequence.TYPE);
    }
  }

  /** Compares the keywords of two schemas whose types or variants are compared elsewhere. */
  void keywords(Schema old, Schema current, ChangeCollector changes, ChangeCollector fields) {
    wording(old, current, changes);
    changes.others(OtherKeywords.constraining(old), OtherKeywords.constraining(current), Set.of());
    new ConstraintsDiff(old, current, direction, changes).compare();
    defaults(old, current, changes);
    new DiscriminatorDiff(direction, changes).compare(old, current);
    new FieldsDiff(this, fields).compare(old, current);
    new AdditionalFieldsDiff(this, changes, fields).compare(old, current);
    if (old.items().exists() || current.items().exists()) {
      compare(old.items(), current.items(), changes.field("[]"), changes.field("[]."), true);
    }
  }

  /** Compares what only describes. */
  void wording(Schema old, Schema current, ChangeCollector changes) {
    changes.others(OtherKeywords.descriptive(old), OtherKeywords.descriptive(current), Set.of());
    changes.deprecated(old.flag("deprecated"), current.flag("deprecated"));
  }

  private void nullability(Schema old, Schema current, ChangeCollector changes, boolean required) {
    if (old.nullable() != current.nullable() && old.exists() && current.exists()) {
      boolean can = current.nullable();
      boolean builders = !can && required && direction == Direction.RESPONSE;
      changes.add(
          builders ? Severity.BREAKING : direction.of(can ? 1 : -1),
          can ? "can be null" : "can no longer be null",
          builders
              ? Consequence.FIELD_REQUIRED
              : can && required && direction == Direction.RESPONSE
                  ? Consequence.CAN_BE_NULL
                  : direction.consequence(can ? 1 : -1));
    }
  }

  /** A new default changes the meaning of requests that omit the value. */
  private void defaults(Schema old, Schema current, ChangeCollector changes) {
    JsonNode was = Values.of(last(old.parts("default")));
    JsonNode is = Values.of(last(current.parts("default")));
    if (!was.equals(is)) {
      changes.fromTo(
          direction == Direction.REQUEST ? Severity.BREAKING : Severity.WORDING,
          "default",
          was,
          is,
          "");
    }
  }

  static JsonNode last(List<JsonNode> values) {
    return values.isEmpty() ? MissingNode.getInstance() : values.get(values.size() - 1);
  }

  private static JsonNode types(Schema schema) {
    Set<String> types = schema.types();
    return types.isEmpty()
        ? MissingNode.getInstance()
        : JsonNodeFactory.instance.textNode(String.join(" or ", types));
  }
}
