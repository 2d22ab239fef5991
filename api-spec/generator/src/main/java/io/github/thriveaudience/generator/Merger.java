package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Puts the parts of an allOf together. */
final class Merger {
  private final References references;

  Merger(References references) {
    this.references = references;
  }

  /**
   * Puts a schema and its parts together.
   *
   * @throws SpecException if it contains itself
   */
  Merged merge(Schema<?> schema, String place) {
    Merged merged = new Merged();
    List<Schema<?>> nullable = new ArrayList<>();
    List<Schema<?>> structural = new ArrayList<>();
    walk(schema, place, true, new Path(merged, structural, nullable));
    merged.allowsNull =
        Schemas.allowsNull(schema)
            || (!structural.isEmpty() && structural.size() == nullable.size());
    return merged;
  }

  private record Path(
      Merged merged, List<Schema<?>> structural, List<Schema<?>> nullable, Set<Schema<?>> open) {
    Path(Merged merged, List<Schema<?>> structural, List<Schema<?>> nullable) {
      this(merged, structural, nullable, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
  }

  private void walk(Schema<?> part, String place, boolean isOwn, Path path) {
    if (!path.open().add(part)) {
      throw new SpecException(
          place, "the schema is a part of itself.", "Remove the reference from its allOf.");
    }
    if (part.get$ref() != null) {
      walk(references.target(part.get$ref(), place), place, false, path);
    }
    for (Schema<?> inner : Schemas.list(part.getAllOf())) {
      walk(inner, place, isOwn, path);
    }
    path.merged().add(part, isOwn);
    count(part, path);
    path.open().remove(part);
  }

  private static void count(Schema<?> part, Path path) {
    if (Schemas.isStructural(part) && part.get$ref() == null && part.getAllOf() == null) {
      path.structural().add(part);
      List<?> values = EnumValues.of(part);
      if (Schemas.allowsNull(part) || (values != null && values.contains(null))) {
        path.nullable().add(part);
      }
    }
  }
}
