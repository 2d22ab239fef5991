package io.github.thriveaudience.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what a schema allows of values of one type. */
final class Bounds {
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
  private final Changes changes;

  Bounds(JsonNode before, JsonNode now, Direction direction, Changes changes) {
    this.before = before;
    this.now = now;
    this.direction = direction;
    this.changes = changes;
  }

  void compare() {
    UPPER.forEach(keyword -> limit(keyword, 1));
    LOWER.forEach(keyword -> limit(keyword, -1));
    FLAGS.forEach(this::flag);
    presence("pattern", Weight.BREAKING);
    presence("enum", ofValues());
    presence("multipleOf", ofMultiples());
  }

  /** A limit that is set, or nearer, allows less. */
  private void limit(String keyword, int upper) {
    JsonNode old = before.path(keyword);
    JsonNode current = now.path(keyword);
    if (old.isNumber() && current.isNumber()) {
      int sign = current.decimalValue().compareTo(old.decimalValue()) * upper;
      if (sign != 0) {
        changes.fromTo(direction.of(sign), keyword, old, current);
      }
    } else {
      presence(keyword, Weight.BREAKING);
    }
  }

  private void flag(String keyword) {
    boolean old = before.path(keyword).asBoolean();
    boolean current = now.path(keyword).asBoolean();
    if (before.path(keyword).isNumber() || now.path(keyword).isNumber()) {
      // As of OpenAPI 3.1 these are numbers.
      presence(keyword, Weight.BREAKING);
    } else if (old != current) {
      changes.add(direction.of(old ? 1 : -1), keyword + " was " + old + ", is " + current);
    }
  }

  /**
   * A rule that is new allows less, one that is gone allows more.
   *
   * @param otherwise what it means that it is another one
   */
  private void presence(String keyword, Weight otherwise) {
    JsonNode old = before.path(keyword);
    JsonNode current = now.path(keyword);
    if (!old.equals(current)) {
      Weight weight =
          old.isMissingNode()
              ? direction.tightened()
              : current.isMissingNode() ? direction.loosened() : otherwise;
      changes.fromTo(weight, keyword, old, current);
    }
  }

  private Weight ofValues() {
    Set<JsonNode> old = new HashSet<>();
    before.path("enum").forEach(old::add);
    Set<JsonNode> current = new HashSet<>();
    now.path("enum").forEach(current::add);
    if (old.equals(current)) {
      return Weight.WORDING;
    }
    return current.containsAll(old)
        ? direction.loosened()
        : old.containsAll(current) ? direction.tightened() : Weight.BREAKING;
  }

  private Weight ofMultiples() {
    BigDecimal old = before.path("multipleOf").decimalValue();
    BigDecimal current = now.path("multipleOf").decimalValue();
    if (old.signum() == 0 || current.signum() == 0) {
      return Weight.BREAKING;
    }
    return current.remainder(old).signum() == 0
        ? direction.tightened()
        : old.remainder(current).signum() == 0 ? direction.loosened() : Weight.BREAKING;
  }
}
