package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides of which schemas classes are generated. */
final class ClassKinds {
  private final Map<String, Schema<?>> components;
  private final References references;
  private final Merger merger;
  private final Map<String, ClassKind> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  ClassKinds(Map<String, Schema<?>> components, References references, Merger merger) {
    this.components = components;
    this.references = references;
    this.merger = merger;
  }

  /** The kind of a component. */
  ClassKind of(String component) {
    ClassKind kind = known.get(component);
    if (kind == null) {
      if (!open.add(component)) {
        return ClassKind.NONE;
      }
      kind = find(component);
      open.remove(component);
      known.put(component, kind);
    }
    return kind;
  }

  private ClassKind find(String component) {
    Schema<?> schema = Objects.requireNonNull(components.get(component));
    if (target(schema) != null && !inherits(schema)) {
      return ClassKind.NONE;
    }
    Merged merged = merger.merge(schema, Spot.component(component).place());
    boolean isParent = merged.unions.isEmpty() && merged.hasFields() && !heirs(component).isEmpty();
    if (isUnion(merged) || (merged.discriminator != null && isParent)) {
      return ClassKind.UNION;
    }
    if (merged.hasFields()) {
      return ClassKind.RECORD;
    }
    return isEnum(merged) ? ClassKind.ENUM : ClassKind.NONE;
  }

  private static boolean isEnum(Merged merged) {
    return merged.unions.isEmpty() && enumType(merged) != null;
  }

  /** The type of known values that are scalars of one type, or null. */
  static @Nullable String enumType(Merged merged) {
    if (merged.values == null) {
      return null;
    }
    Set<String> types = EnumValues.types(merged.values);
    if (merged.types != null && merged.types.size() == 1) {
      types = JsonTypes.common(types, merged.types).equals(types) ? merged.types : types;
    }
    if (JsonTypes.areNumeric(types)) {
      return types.contains("number") ? "number" : "integer";
    }
    String type = types.size() == 1 ? types.iterator().next() : "object";
    return type.equals("object") || type.equals("array") ? null : type;
  }

  /** Whether a field tells the alternatives of a schema apart. */
  boolean isUnion(Merged merged) {
    return merged.discriminator != null && merged.isObject() && areObjects(merged.unions);
  }

  /** Whether all alternatives are schemas with a class, so that one of them can be chosen. */
  private boolean areObjects(List<List<Schema<?>>> unions) {
    List<Schema<?>> variants = variants(unions);
    return unions.size() == 1
        && !variants.isEmpty()
        && variants.stream().map(this::target).allMatch(this::isObject);
  }

  /** A union in a union would need two fields to be told apart. */
  private boolean isObject(@Nullable String component) {
    return component != null && of(component) == ClassKind.RECORD;
  }

  /** The alternatives, without null. */
  static List<Schema<?>> variants(List<List<Schema<?>>> unions) {
    return unions.stream().flatMap(List::stream).filter(one -> !Schemas.isOnlyNull(one)).toList();
  }

  /** The component that a schema names and adds nothing to, or null. */
  @Nullable String target(Schema<?> schema) {
    Schema<?> reference = reference(schema);
    return reference == null ? null : references.component(reference.get$ref());
  }

  /** The reference that a schema consists of, or null. */
  static @Nullable Schema<?> reference(Schema<?> schema) {
    List<Schema<?>> parts = new ArrayList<>();
    if (schema.get$ref() != null) {
      parts.add(schema);
    }
    Schemas.list(schema.getAllOf()).stream().filter(Schemas::isStructural).forEach(parts::add);
    boolean isReference =
        parts.size() == 1
            && parts.get(0).get$ref() != null
            && !adds(schema)
            && !addsInPart(parts, schema);
    return isReference ? parts.get(0) : null;
  }

  /** Whether the reference is in a part that says more. */
  private static boolean addsInPart(List<Schema<?>> parts, Schema<?> schema) {
    return schema.get$ref() == null && (adds(parts.get(0)) || parts.get(0).getAllOf() != null);
  }

  /** An object's type is often repeated beside the reference. */
  private static boolean adds(Schema<?> schema) {
    Set<String> types = Schemas.types(schema);
    return !(types.isEmpty() || types.equals(Set.of("object")))
        || schema.getProperties() != null
        || schema.getPatternProperties() != null
        || schema.getAdditionalProperties() instanceof Schema<?>
        || schema.getItems() != null
        || schema.getPrefixItems() != null
        || Schemas.isUnion(schema)
        || schema.getEnum() != null
        || schema.getConst() != null
        || schema.getRequired() != null;
  }

  /** The components that inherit from one. */
  List<String> heirs(String base) {
    return components.entrySet().stream()
        .filter(one -> !one.getKey().equals(base))
        .filter(one -> inherits(one.getValue(), base, new HashSet<>()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean inherits(Schema<?> schema, String base, Set<String> seen) {
    for (Schema<?> part : Schemas.list(schema.getAllOf())) {
      String parent = part.get$ref() == null ? null : references.component(part.get$ref());
      if (parent != null && seen.add(parent)) {
        Schema<?> above = Objects.requireNonNull(components.get(parent));
        if (parent.equals(base) || inherits(above, base, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a schema takes its fields from one whose heirs a field tells apart. */
  private boolean inherits(Schema<?> schema) {
    for (Schema<?> part : Schemas.list(schema.getAllOf())) {
      String parent = part.get$ref() == null ? null : references.component(part.get$ref());
      Discriminator discriminator =
          parent == null ? null : Objects.requireNonNull(components.get(parent)).getDiscriminator();
      if (discriminator != null) {
        return true;
      }
    }
    return false;
  }
}
