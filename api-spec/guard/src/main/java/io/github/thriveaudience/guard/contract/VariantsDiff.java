package io.github.thriveaudience.guard.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Compares two schemas at least one of which is a union: {@code oneOf}, {@code anyOf} or a list of
 * types. The order of variants does not count.
 */
final class VariantsDiff {
  private final SchemaDiff schemas;
  private final Direction direction;
  private final ChangeCollector changes;

  VariantsDiff(SchemaDiff schemas, ChangeCollector changes) {
    this.schemas = schemas;
    this.direction = schemas.direction();
    this.changes = changes;
  }

  void compare(Schema old, Schema current) {
    List<Schema> were = variants(old);
    List<Schema> are = variants(current);
    Map<Schema, Schema> pairs = pairs(were, are);
    if (!old.isUnion() || !current.isUnion()) {
      becameOrWas(old, current, pairs);
      return;
    }
    if (!old.hasTypeList() && !current.hasTypeList()) {
      schemas.keywords(old, current, changes, changes.at(""));
    }
    kind(old, current, are);
    pairs.forEach((was, is) -> pair(were.indexOf(was), old, was, is));
    were.stream().filter(was -> !pairs.containsKey(was)).forEach(this::removed);
    are.stream().filter(is -> !pairs.containsValue(is)).forEach(this::added);
  }

  private static List<Schema> variants(Schema schema) {
    return schema.isUnion() ? schema.variants() : List.of(schema);
  }

  /** The same variants of both unions, however they changed. */
  private static Map<Schema, Schema> pairs(List<Schema> were, List<Schema> are) {
    Map<Schema, Schema> pairs = new LinkedHashMap<>();
    List<BiPredicate<Schema, Schema>> likeness = new ArrayList<>();
    likeness.add((was, is) -> sameName(was, is) && SchemaMeaning.same(was, is));
    likeness.add(SchemaMeaning::same);
    likeness.add((was, is) -> sameName(was, is) && was.name() != null);
    likeness.add((was, is) -> sameName(was, is) && was.types().equals(is.types()));
    for (BiPredicate<Schema, Schema> like : likeness) {
      for (Schema was : were) {
        are.stream()
            .filter(is -> !pairs.containsKey(was) && !pairs.containsValue(is) && like.test(was, is))
            .findFirst()
            .ifPresent(is -> pairs.put(was, is));
      }
    }
    return pairs;
  }

  private static boolean sameName(Schema one, Schema other) {
    return Objects.equals(one.name(), other.name());
  }

  private void becameOrWas(Schema old, Schema current, Map<Schema, Schema> pairs) {
    int sign = old.isUnion() ? -1 : 1;
    boolean same =
        pairs.entrySet().stream()
            .anyMatch(pair -> SchemaMeaning.same(pair.getKey(), pair.getValue()));
    changes.add(
        same && direction == Direction.REQUEST ? direction.of(sign) : Severity.BREAKING,
        "was " + shown(old) + ", is " + shown(current),
        Consequence.TYPE);
  }

  private void kind(Schema old, Schema current, List<Schema> are) {
    if (!old.union().equals(current.union()) && overlap(are)) {
      int sign = old.union().equals("oneOf") ? 1 : -1;
      changes.add(
          direction.of(sign),
          "was " + old.union() + ", is " + current.union(),
          direction.consequence(sign));
    }
  }

  /** Whether a value can be valid for two variants, as far as their types tell. */
  private static boolean overlap(List<Schema> variants) {
    List<String> types = new ArrayList<>();
    for (Schema variant : variants) {
      Set<String> own = variant.types();
      if (own.isEmpty()) {
        return true;
      }
      own.forEach(type -> types.add(type.equals("integer") ? "number" : type));
    }
    return types.stream().distinct().count() < types.size();
  }

  private void pair(int index, Schema union, Schema was, Schema is) {
    String place =
        union.hasTypeList()
            ? "(" + String.join(" or ", was.types()) + ")"
            : "(" + union.union() + " " + (index + 1) + ")";
    schemas.compare(was, is, changes.field(place), changes.field(place + "."), true);
  }

  private void removed(Schema variant) {
    changes.add(
        Severity.BREAKING,
        "variant " + shown(variant) + " removed",
        direction == Direction.REQUEST
            ? Consequence.REQUEST_NARROWER
            : Consequence.VARIANT_REMOVED);
  }

  private void added(Schema variant) {
    changes.add(
        direction.loosened(),
        "variant " + shown(variant) + " added",
        direction == Direction.REQUEST ? "" : Consequence.VARIANT_ADDED);
  }

  private static String shown(Schema schema) {
    if (schema.isUnion()) {
      return schema.union()
          + schema.variants().stream()
              .map(VariantsDiff::shown)
              .collect(Collectors.joining(", ", " [", "]"));
    }
    String name = schema.name();
    if (name != null) {
      return name;
    }
    return schema.types().isEmpty() ? "any value" : String.join(" or ", schema.types());
  }
}
