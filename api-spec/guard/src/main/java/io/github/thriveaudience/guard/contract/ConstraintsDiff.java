package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the constraints of two schemas of the same type. */
final class ConstraintsDiff {
  private static final List<String> UPPER =
      List.of("maximum", "maxLength", "maxItems", "maxProperties");
  private static final List<String> LOWER =
      List.of("minimum", "minLength", "minItems", "minProperties");
  private static final List<String> FLAGS =
      List.of("uniqueItems", "exclusiveMaximum", "exclusiveMinimum");

  static final Set<String> KEYWORDS =
      Set.of(
          "maximum",
          "maxLength",
          "maxItems",
          "maxProperties",
          "minimum",
          "minLength",
          "minItems",
          "minProperties",
          "uniqueItems",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "pattern",
          "enum",
          "multipleOf");

  private final JsonNode before;
  private final JsonNode now;
  private final Direction direction;
  private final ChangeCollector changes;

  ConstraintsDiff(JsonNode before, JsonNode now, Direction direction, ChangeCollector changes) {
    this.before = before;
    this.now = now;
    this.direction = direction;
    this.changes = changes;
  }

  void compare() {
    UPPER.forEach(keyword -> limit(keyword, 1));
    LOWER.forEach(keyword -> limit(keyword, -1));
    FLAGS.forEach(this::flag);
    presence("pattern", Severity.BREAKING);
    presence("enum", enumSeverity());
    presence("multipleOf", multipleOfSeverity());
  }

  /** A limit that is new or closer tightens the schema. */
  private void limit(String keyword, int upper) {
    JsonNode old = before.path(keyword);
    JsonNode current = now.path(keyword);
    if (old.isNumber() && current.isNumber()) {
      int sign = current.decimalValue().compareTo(old.decimalValue()) * upper;
      if (sign != 0) {
        changes.fromTo(direction.of(sign), keyword, old, current);
      }
    } else {
      presence(keyword, Severity.BREAKING);
    }
  }

  private void flag(String keyword) {
    boolean old = before.path(keyword).asBoolean();
    boolean current = now.path(keyword).asBoolean();
    if (before.path(keyword).isNumber() || now.path(keyword).isNumber()) {
      // They are numbers as of OpenAPI 3.1.
      presence(keyword, Severity.BREAKING);
    } else if (old != current) {
      changes.add(direction.of(old ? 1 : -1), keyword + " was " + old + ", is " + current);
    }
  }

  /**
   * A new constraint tightens the schema, a removed one loosens it.
   *
   * @param otherwise the severity if the constraint is there in both and differs
   */
  private void presence(String keyword, Severity otherwise) {
    JsonNode old = before.path(keyword);
    JsonNode current = now.path(keyword);
    if (!old.equals(current)) {
      Severity severity =
          old.isMissingNode()
              ? direction.tightened()
              : current.isMissingNode() ? direction.loosened() : otherwise;
      changes.fromTo(severity, keyword, old, current);
    }
  }

  private Severity enumSeverity() {
    Set<JsonNode> old = new HashSet<>();
    before.path("enum").forEach(old::add);
    Set<JsonNode> current = new HashSet<>();
    now.path("enum").forEach(current::add);
    if (old.equals(current)) {
      return Severity.WORDING;
    }
    return current.containsAll(old)
        ? direction.loosened()
        : old.containsAll(current) ? direction.tightened() : Severity.BREAKING;
  }

  private Severity multipleOfSeverity() {
    BigDecimal old = before.path("multipleOf").decimalValue();
    BigDecimal current = now.path("multipleOf").decimalValue();
    if (old.signum() == 0 || current.signum() == 0) {
      return Severity.BREAKING;
    }
    return current.remainder(old).signum() == 0
        ? direction.tightened()
        : old.remainder(current).signum() == 0 ? direction.loosened() : Severity.BREAKING;
  }
}
