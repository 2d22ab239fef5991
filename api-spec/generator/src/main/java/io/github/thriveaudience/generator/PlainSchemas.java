package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes plain schemas of any: a scalar, a list, a map, a JSON value, or a reference to a class.
 * What a schema describes further stands beside it.
 */
final class PlainSchemas {
  private final Map<String, Schema<?>> components;
  private final References references;
  private final Merger merger;
  private final ClassKinds kinds;
  private final Unions unions;
  private final Classes classes;
  private final Set<String> open = new HashSet<>();

  PlainSchemas(Map<String, Schema<?>> components) {
    this.components = components;
    this.references = new References(components);
    this.merger = new Merger(references);
    this.kinds = new ClassKinds(components, references, merger);
    this.unions = new Unions(this, kinds);
    this.classes = new Classes(this, kinds, references, components);
  }

  Classes classes() {
    return classes;
  }

  Merger merger() {
    return merger;
  }

  /** The plain schema that stands for another one. */
  Schema<?> plain(Schema<?> schema, Spot at) {
    Schema<?> reference = ClassKinds.reference(schema);
    Schema<?> plain =
        reference != null
            ? referred(Objects.requireNonNull(reference.get$ref()), at)
            : plain(schema, merger.merge(schema, at.place()), at);
    if (reference != null && schema.get$ref() == null) {
      Annotations.copy(reference, plain);
      Schemas.list(schema.getAllOf()).forEach(part -> Annotations.copy(part, plain));
    }
    Annotations.copy(schema, plain);
    return plain;
  }

  private Schema<?> referred(String reference, Spot at) {
    String component = references.component(reference);
    if (component != null && kinds.of(component) != ClassKind.NONE) {
      Schema<?> plain = Schemas.reference(component);
      plain.setNullable(allowsNull(component));
      return plain;
    }
    if (!open.add(reference)) {
      return JsonValues.any();
    }
    Schema<?> target = references.target(reference, at.place());
    Spot there = component == null ? new Spot(at.place(), at.name()) : Spot.component(component);
    Schema<?> plain = plain(target, there);
    open.remove(reference);
    return plain;
  }

  /** Whether null is allowed where a class is referred to. */
  private boolean allowsNull(String component) {
    Schema<?> schema = Objects.requireNonNull(components.get(component));
    Merged merged = merger.merge(schema, Spot.component(component).place());
    return merged.allowsNull
        || merged.unions.stream().flatMap(List::stream).anyMatch(Schemas::isOnlyNull);
  }

  private Schema<?> plain(Schema<?> schema, Merged merged, Spot at) {
    Schema<?> plain = ofType(schema, merged, at);
    if (merged.allowsNull) {
      plain.setNullable(true);
    }
    return plain;
  }

  private Schema<?> ofType(Schema<?> schema, Merged merged, Spot at) {
    if (merged.hasFields() || kinds.isUnion(merged)) {
      return Schemas.reference(classes.hoisted(schema, merged, at));
    }
    if (!merged.unions.isEmpty() && merged.isObject()) {
      return unions.plain(merged, at);
    }
    if (ClassKinds.enumType(merged) != null) {
      return scalar(Objects.requireNonNull(ClassKinds.enumType(merged)), merged);
    }
    Set<String> types = types(merged);
    if (types.size() == 1) {
      return ofOneType(types.iterator().next(), merged, at);
    }
    return JsonTypes.areNumeric(types) ? scalar("number", merged) : JsonValues.of(types);
  }

  /** What is said without a type is meant for one type. */
  private static Set<String> types(Merged merged) {
    Set<String> ofValues = merged.values == null ? Set.of() : EnumValues.types(merged.values);
    if (merged.types != null && JsonTypes.common(ofValues, merged.types).equals(ofValues)) {
      return merged.types;
    }
    if (!ofValues.isEmpty()) {
      return ofValues;
    }
    if (!merged.items.isEmpty() || merged.isTuple) {
      return Set.of("array");
    }
    return merged.additional.isEmpty() && merged.patterns.isEmpty() ? Set.of() : Set.of("object");
  }

  private Schema<?> ofOneType(String type, Merged merged, Spot at) {
    return switch (type) {
      case "object" -> map(merged, at);
      case "array" -> array(merged, at);
      case "string", "integer", "number", "boolean" -> scalar(type, merged);
      default ->
          throw new SpecException(
              at.place(), "there is no type " + type + ".", "Write one of " + JsonTypes.ALL + ".");
    };
  }

  /** The plain schema of a scalar. */
  static Schema<?> scalar(String type, Merged merged) {
    Schema<Object> scalar = new Schema<>();
    scalar.setType(type);
    scalar.setFormat(merged.format);
    if (merged.values != null) {
      scalar.setEnum(new ArrayList<>(merged.values.stream().filter(Objects::nonNull).toList()));
    }
    return scalar;
  }

  private Schema<?> map(Merged merged, Spot at) {
    List<Schema<?>> values = new ArrayList<>(merged.additional);
    values.addAll(merged.patterns.values());
    return new MapSchema()
        .additionalProperties(
            values.size() == 1 && isClosed(merged)
                ? plain(values.get(0), at.values())
                : JsonValues.any());
  }

  /** Whether no field is outside of what is described. */
  private static boolean isClosed(Merged merged) {
    return merged.patterns.isEmpty() || merged.isClosed;
  }

  private Schema<?> array(Merged merged, Spot at) {
    Schema<?> items =
        merged.items.size() == 1 && !merged.isTuple
            ? plain(merged.items.get(0), at.items())
            : JsonValues.any();
    ArraySchema array = new ArraySchema();
    array.setItems(items);
    array.setUniqueItems(merged.isUnique ? true : null);
    return array;
  }

  /** The plain schema of a field that is described in several places. */
  Schema<?> plain(List<Schema<?>> parts, Spot at) {
    if (parts.size() == 1) {
      return plain(parts.get(0), at);
    }
    Schema<?> all = new Schema<>();
    parts.forEach(all::addAllOfItem);
    Schema<?> last = parts.get(parts.size() - 1);
    Annotations.copy(last, all);
    return plain(all, at);
  }

  /** The plain schema of the fields that have no name, or null if they can be anything. */
  @Nullable Schema<?> additional(Merged merged, Spot at) {
    return merged.additional.size() == 1 && merged.patterns.isEmpty()
        ? plain(merged.additional.get(0), at.values())
        : null;
  }
}
