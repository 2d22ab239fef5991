package io.github.thriveaudience.spec;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.schema.ChangedNumericRange;
import org.openapitools.openapidiff.core.model.schema.ChangedRequired;

/** Puts the changes of a schema, and of those within it, into words. */
final class SchemaDiff {
  private final ChangedSchema schema;
  private final Schema<?> before;
  private final Schema<?> now;
  private final boolean inAnswer;
  private final Changes changes;

  private SchemaDiff(ChangedSchema schema, Changes changes) {
    this.schema = schema;
    this.before = schema.getOldSchema();
    this.now = schema.getNewSchema();
    this.inAnswer = schema.getContext().isResponse();
    this.changes = changes;
  }

  /** Of a body, a parameter or a header. */
  static void walk(ChangedSchema schema, Changes changes) {
    if (schema != null) {
      within(schema, changes, changes.at(""));
    }
  }

  private static void within(ChangedSchema schema, Changes changes, Changes fields) {
    SchemaDiff diff = new SchemaDiff(schema, changes);
    changes.complete(
        schema,
        () -> {
          diff.typeAndBounds();
          diff.nullability();
          diff.words();
          diff.required(fields);
          diff.fields(fields);
        });
  }

  private void typeAndBounds() {
    String old = before.getType();
    String current = now.getType();
    if (!Objects.equals(old, current)) {
      // The bounds of another type are not to be compared.
      changes.breakingIf(true, "type", old, current);
      return;
    }
    changes.breakingIf(
        !Objects.equals(before.getFormat(), now.getFormat()),
        "format",
        before.getFormat(),
        now.getFormat());
    bounds();
  }

  /** Answers may not begin to be null, requests may not have to cease to be. */
  private void nullability() {
    boolean wasNullable = Boolean.TRUE.equals(before.getNullable());
    boolean isNullable = Boolean.TRUE.equals(now.getNullable());
    if (wasNullable != isNullable) {
      changes.add(
          inAnswer == isNullable ? Weight.BREAKING : Weight.ADDITIVE,
          isNullable ? "can be null" : "can no longer be null");
    }
  }

  private void bounds() {
    range();
    changes.addIf(schema.getMaxLength(), "maxLength", before.getMaxLength(), now.getMaxLength());
    changes.addIf(schema.getMinLength(), "minLength", before.getMinLength(), now.getMinLength());
    changes.addIf(schema.getMaxItems(), "maxItems", before.getMaxItems(), now.getMaxItems());
    changes.addIf(schema.getMinItems(), "minItems", before.getMinItems(), now.getMinItems());
    changes.addIf(schema.getPattern(), "pattern", before.getPattern(), now.getPattern());
    changes.addIf(schema.getEnumeration(), "enum", before.getEnum(), now.getEnum());
    multipleOf();
  }

  private void range() {
    ChangedNumericRange range = schema.getNumericRange();
    changes.addIf(range, "minimum", before.getMinimum(), now.getMinimum());
    changes.addIf(range, "maximum", before.getMaximum(), now.getMaximum());
  }

  /** Answers may not become less even, requests may not have to become more so. */
  private void multipleOf() {
    BigDecimal old = before.getMultipleOf();
    BigDecimal current = now.getMultipleOf();
    if (!Objects.equals(old, current)) {
      boolean breaks = inAnswer ? old != null : current != null;
      changes.add(
          breaks ? Weight.BREAKING : Weight.ADDITIVE,
          "multipleOf was " + old + ", is " + current);
    }
  }

  private void words() {
    if (schema.isChangeDefault()) {
      // What is not sent is then taken differently.
      changes.breakingIf(!inAnswer, "default", before.getDefault(), now.getDefault());
    }
    changes.addIf(schema.getDescription(), "description reworded");
  }

  private void required(Changes fields) {
    ChangedRequired required = schema.getRequired();
    if (required == null) {
      return;
    }
    still(required.getIncreased())
        .forEach(
            name ->
                fields
                    .field(name)
                    .add(inAnswer ? Weight.ADDITIVE : Weight.BREAKING, "became required"));
    still(required.getMissing())
        .forEach(
            name ->
                fields
                    .field(name)
                    .add(inAnswer ? Weight.BREAKING : Weight.ADDITIVE, "is no longer required"));
  }

  /** Without fields that are gone, which are named as such. */
  private List<String> still(List<String> names) {
    return names.stream().filter(name -> !schema.getMissingProperties().containsKey(name)).toList();
  }

  private void fields(Changes fields) {
    schema.getMissingProperties().keySet().forEach(gone -> fields.field(gone).breaking("removed"));
    schema
        .getIncreasedProperties()
        .keySet()
        .forEach(added -> fields.field(added).add(Weight.ADDITIVE, "added"));
    schema
        .getChangedProperties()
        .forEach((name, field) -> within(field, fields.field(name), fields.field(name + ".")));
    if (schema.getItems() != null) {
      // fields is at "results.": its items are "results[]".
      within(schema.getItems(), changes.field("[]"), changes.field("[]."));
    }
  }
}
