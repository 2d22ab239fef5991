package io.github.thriveaudience.guard.contract;

import java.util.LinkedHashSet;
import java.util.Set;

/** Compares the fields of two schemas. */
final class FieldsDiff {
  private final SchemaDiff schemas;
  private final Direction direction;
  private final ChangeCollector fields;

  FieldsDiff(SchemaDiff schemas, ChangeCollector fields) {
    this.schemas = schemas;
    this.direction = schemas.direction();
    this.fields = fields;
  }

  void compare(Schema old, Schema current) {
    Set<String> names = new LinkedHashSet<>(old.fields());
    names.addAll(current.fields());
    names.addAll(old.required());
    names.addAll(current.required());
    names.forEach(name -> compare(name, old, current));
  }

  private void compare(String name, Schema old, Schema current) {
    ChangeCollector field = fields.field(name);
    boolean was = sent(old, name);
    boolean is = sent(current, name);
    if (was && is) {
      both(name, old, current, field);
    } else if (was) {
      removed(name, current, field);
    } else if (is && old.has(name)) {
      field.add(direction.loosened(), "is now part of the " + direction.noun(), "");
    } else if (is) {
      added(name, old, current, field);
    } else if (!old.has(name) && !current.has(name)) {
      // Required, although no schema describes it.
      field.required(old.required().contains(name), current.required().contains(name), direction);
    }
  }

  private void both(String name, Schema old, Schema current, ChangeCollector field) {
    required(name, old, current, field);
    schemas.compare(
        old.field(name),
        current.field(name),
        field,
        fields.field(name + "."),
        current.required().contains(name));
  }

  /** Whether a field is part of the messages of this direction. */
  private boolean sent(Schema schema, String name) {
    String other = direction == Direction.REQUEST ? "readOnly" : "writeOnly";
    return schema.has(name) && !schema.field(name).flag(other);
  }

  private void removed(String name, Schema current, ChangeCollector field) {
    field.add(
        Severity.BREAKING,
        current.has(name) ? "is no longer part of the " + direction.noun() : "removed",
        direction == Direction.REQUEST ? Consequence.REQUEST_REMOVED : Consequence.FIELD_REMOVED);
  }

  private void added(String name, Schema old, Schema current, ChangeCollector field) {
    boolean required = current.required().contains(name);
    if (direction == Direction.REQUEST) {
      if (required && !old.required().contains(name)) {
        field.required(false, true, direction);
      }
      field.add(Severity.ADDITIVE, "added", Consequence.REQUEST_FIELD_ADDED);
    } else if (required && !current.field(name).nullable()) {
      field.add(Severity.BREAKING, "added, and required", Consequence.FIELD_REQUIRED);
    } else {
      field.add(Severity.ADDITIVE, "added", Consequence.FIELD_ADDED);
    }
  }

  private void required(String name, Schema old, Schema current, ChangeCollector field) {
    boolean was = old.required().contains(name);
    boolean is = current.required().contains(name);
    if (direction == Direction.REQUEST || was == is) {
      field.required(was, is, direction);
    } else if (is) {
      // The record refuses to be without it, unless null is a value.
      boolean refuses = !current.field(name).nullable();
      field.add(
          refuses ? Severity.BREAKING : Severity.ADDITIVE,
          "became required",
          refuses ? Consequence.FIELD_REQUIRED : "");
    } else {
      field.add(Severity.BREAKING, "is no longer required", Consequence.CAN_BE_NULL);
    }
  }
}
