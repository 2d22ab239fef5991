package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Compares the constraints of two schemas of the same type. */
final class ConstraintsDiff {
  private static final List<String> UPPER = List.of("maxLength", "maxItems", "maxProperties");
  private static final List<String> LOWER = List.of("minLength", "minItems", "minProperties");

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

  /** Formats that other Java types stand for, or other bytes on the wire. */
  private static final Set<String> TYPED_FORMATS =
      Set.of("int32", "uint64", "float", "double", "byte", "binary");

  private final Schema old;
  private final Schema current;
  private final JsonNode before;
  private final JsonNode now;
  private final Direction direction;
  private final ChangeCollector changes;

  ConstraintsDiff(Schema old, Schema current, Direction direction, ChangeCollector changes) {
    this.old = old;
    this.current = current;
    this.before = Constraints.of(old);
    this.now = Constraints.of(current);
    this.direction = direction;
    this.changes = changes;
  }

  void compare() {
    bound("maximum", "exclusiveMaximum", 1);
    bound("minimum", "exclusiveMinimum", -1);
    UPPER.forEach(keyword -> limit(keyword, 1));
    LOWER.forEach(keyword -> limit(keyword, -1));
    unique();
    presence("pattern", Severity.BREAKING);
    new EnumDiff(old, current, direction, changes).compare();
    presence("multipleOf", multipleOfSeverity());
    presence("contentEncoding", Severity.BREAKING);
    format();
  }

  /** A limit of numbers; among integers, an exclusive one is the next inclusive one. */
  private void bound(String keyword, String exclusive, int upper) {
    if (!sameIntegers(keyword, exclusive, upper)) {
      limit(keyword, upper);
      flag(exclusive);
    }
  }

  private boolean sameIntegers(String keyword, String exclusive, int upper) {
    return old.types().equals(Set.of("integer"))
        && before.path(keyword).isNumber()
        && now.path(keyword).isNumber()
        && inclusive(before, keyword, exclusive, upper)
                .compareTo(inclusive(now, keyword, exclusive, upper))
            == 0;
  }

  private static BigDecimal inclusive(
      JsonNode constraints, String keyword, String exclusive, int upper) {
    BigDecimal limit = constraints.get(keyword).decimalValue();
    return Constraints.flag(constraints, exclusive)
        ? limit.subtract(BigDecimal.valueOf(upper))
        : limit;
  }

  /** A limit that is new or closer tightens the schema. */
  private void limit(String keyword, int upper) {
    JsonNode was = before.path(keyword);
    JsonNode is = now.path(keyword);
    if (was.isNumber() && is.isNumber()) {
      int sign = is.decimalValue().compareTo(was.decimalValue()) * upper;
      if (sign != 0) {
        changes.fromTo(direction.of(sign), keyword, was, is, direction.consequence(sign));
      }
    } else {
      presence(keyword, Severity.BREAKING);
    }
  }

  private void flag(String keyword) {
    boolean was = Constraints.flag(before, keyword);
    boolean is = Constraints.flag(now, keyword);
    if (was != is) {
      int sign = was ? 1 : -1;
      changes.add(
          direction.of(sign), keyword + " was " + was + ", is " + is, direction.consequence(sign));
    }
  }

  /** An array is a list in Java, or a set. */
  private void unique() {
    boolean was = Constraints.flag(before, "uniqueItems");
    if (direction == Direction.REQUEST) {
      flag("uniqueItems");
    } else if (was != Constraints.flag(now, "uniqueItems")) {
      changes.add(Severity.BREAKING, "uniqueItems was " + was + ", is " + !was, Consequence.TYPE);
    }
  }

  private void format() {
    JsonNode was = before.path("format");
    JsonNode is = now.path("format");
    boolean typed = TYPED_FORMATS.contains(was.asText()) || TYPED_FORMATS.contains(is.asText());
    if (typed && !was.equals(is)) {
      changes.fromTo(Severity.BREAKING, "format", was, is, Consequence.TYPE);
    } else if (was.asText().equals("password") || is.asText().equals("password")) {
      if (!was.equals(is)) {
        changes.fromTo(Severity.WORDING, "format", was, is, Consequence.MASKED);
      }
    } else {
      presence("format", Severity.BREAKING);
    }
  }

  /**
   * A new constraint tightens the schema, a removed one loosens it.
   *
   * @param otherwise the severity if the constraint is there in both and differs
   */
  private void presence(String keyword, Severity otherwise) {
    JsonNode was = before.path(keyword);
    JsonNode is = now.path(keyword);
    if (!was.equals(is)) {
      Severity severity =
          was.isMissingNode()
              ? direction.tightened()
              : is.isMissingNode() ? direction.loosened() : otherwise;
      changes.fromTo(
          severity, keyword, was, is, direction.consequence(was.isMissingNode() ? -1 : 1));
    }
  }

  private Severity multipleOfSeverity() {
    BigDecimal was = before.path("multipleOf").decimalValue();
    BigDecimal is = now.path("multipleOf").decimalValue();
    if (was.signum() == 0 || is.signum() == 0) {
      return Severity.BREAKING;
    }
    return is.remainder(was).signum() == 0
        ? direction.tightened()
        : was.remainder(is).signum() == 0 ? direction.loosened() : Severity.BREAKING;
  }
}
