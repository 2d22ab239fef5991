package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares the field that tells variants apart, and its values. */
final class DiscriminatorDiff {
  private final Direction direction;
  private final ChangeCollector changes;

  DiscriminatorDiff(Direction direction, ChangeCollector changes) {
    this.direction = direction;
    this.changes = changes;
  }

  void compare(Schema old, Schema current) {
    JsonNode was = SchemaDiff.last(old.parts("discriminator"));
    JsonNode is = SchemaDiff.last(current.parts("discriminator"));
    if (!was.path("propertyName").equals(is.path("propertyName"))) {
      changes.fromTo(
          Severity.BREAKING,
          "discriminator",
          was.path("propertyName"),
          is.path("propertyName"),
          Consequence.TYPE);
    } else if (old.isUnion() && current.isUnion()) {
      values(variants(was, old), variants(is, current));
    } else {
      mapping(was.path("mapping"), is.path("mapping"));
    }
  }

  /** Compares the values of a schema that others extend. */
  private void mapping(JsonNode were, JsonNode are) {
    for (String value : ChangeCollector.keys(were, are)) {
      String was = SchemaNames.ofReference(were.path(value).asText("nothing"));
      String is = SchemaNames.ofReference(are.path(value).asText("nothing"));
      if (!was.equals(is)) {
        changes.add(
            were.has(value) ? Severity.BREAKING : direction.loosened(),
            "value " + value + " of the discriminator was " + was + ", is " + is,
            Consequence.VARIANT_ADDED);
      }
    }
  }

  /** Added and removed variants are reported as such. */
  private void values(Map<String, @Nullable Schema> were, Map<String, @Nullable Schema> are) {
    were.forEach(
        (value, was) -> {
          Schema is = are.get(value);
          if (is != null && was != null && !same(was, is)) {
            moved(value, was, is);
          } else if (is == null && stillThere(was, are)) {
            changes.add(
                Severity.BREAKING,
                "value " + value + " of the discriminator removed",
                direction.consequence(1));
          }
        });
  }

  private void moved(String value, Schema was, Schema is) {
    changes.add(
        Severity.BREAKING,
        "value " + value + " of the discriminator was " + was.name() + ", is " + is.name(),
        Consequence.TYPE);
  }

  private static boolean stillThere(
      @Nullable Schema variant, Map<String, @Nullable Schema> others) {
    return variant != null
        && others.values().stream().anyMatch(other -> other != null && same(variant, other));
  }

  private static boolean same(Schema one, Schema other) {
    return String.valueOf(one.name()).equals(String.valueOf(other.name()))
        || SchemaMeaning.same(one, other);
  }

  /** The variants by their values: those of the mapping, and the names of the others. */
  private static Map<String, @Nullable Schema> variants(JsonNode discriminator, Schema union) {
    Map<String, @Nullable Schema> variants = new TreeMap<>();
    List<Schema> rest = new ArrayList<>(union.variants());
    discriminator
        .path("mapping")
        .properties()
        .forEach(
            entry -> {
              String name = SchemaNames.ofReference(entry.getValue().asText());
              Schema variant =
                  union.variants().stream()
                      .filter(one -> name.equals(one.name()))
                      .findFirst()
                      .orElse(null);
              variants.put(entry.getKey(), variant);
              rest.removeIf(one -> name.equals(one.name()));
            });
    rest.forEach(one -> variants.put(String.valueOf(one.name()), one));
    return variants;
  }
}
