package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Compares which fields two schemas allow beside those that they name. */
final class AdditionalFieldsDiff {
  private final SchemaDiff schemas;
  private final ChangeCollector changes;
  private final ChangeCollector fields;

  AdditionalFieldsDiff(SchemaDiff schemas, ChangeCollector changes, ChangeCollector fields) {
    this.schemas = schemas;
    this.changes = changes;
    this.fields = fields;
  }

  void compare(Schema old, Schema current) {
    int was = openness(old);
    int is = openness(current);
    if (was == 1 && is == 1) {
      schemas.compare(
          old.additionalSchema(),
          current.additionalSchema(),
          fields.field("*"),
          fields.field("*."),
          false);
    } else if (was != is) {
      changes.fromTo(
          schemas.direction().of(is - was),
          "additionalProperties",
          shown(old),
          shown(current),
          schemas.direction().consequence(is - was));
    }
  }

  /** 0 for none, 1 for some, 2 for any. */
  static int openness(Schema schema) {
    return schema.additional().stream().mapToInt(AdditionalFieldsDiff::openness).min().orElse(2);
  }

  private static int openness(JsonNode additional) {
    if (additional.isObject()) {
      return additional.isEmpty() ? 2 : 1;
    }
    return additional.asBoolean(true) ? 2 : 0;
  }

  private static JsonNode shown(Schema schema) {
    return switch (openness(schema)) {
      case 0 -> BooleanNode.FALSE;
      case 1 -> JsonNodeFactory.instance.textNode("a schema");
      default -> schema.additional().isEmpty() ? MissingNode.getInstance() : BooleanNode.TRUE;
    };
  }
}
