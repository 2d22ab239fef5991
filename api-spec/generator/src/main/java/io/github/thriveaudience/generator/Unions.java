package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the type that the values of all alternatives have. */
final class Unions {
  private final PlainSchemas schemas;
  private final ClassKinds kinds;

  Unions(PlainSchemas schemas, ClassKinds kinds) {
    this.schemas = schemas;
    this.kinds = kinds;
  }

  /** The plain schema that stands for alternatives. */
  Schema<?> plain(Merged merged, Spot at) {
    List<Schema<?>> group = merged.unions.get(0);
    List<Schema<?>> variants = ClassKinds.variants(List.of(group));
    Schema<?> plain =
        variants.size() == 1
            ? schemas.plain(variants.get(0), at)
            : joined(plainVariants(variants, at));
    if (merged.types != null && merged.types.equals(Set.of("object")) && isAny(plain)) {
      plain = new MapSchema().additionalProperties(JsonValues.any());
    }
    if (variants.size() < group.size()) {
      plain.setNullable(true);
    }
    return plain;
  }

  private static boolean isAny(Schema<?> plain) {
    return plain.get$ref() == null && plain.getType() == null;
  }

  private List<Schema<?>> plainVariants(List<Schema<?>> variants, Spot at) {
    List<Schema<?>> plain = new ArrayList<>();
    for (int index = 0; index < variants.size(); index++) {
      plain.add(plainVariant(variants.get(index), at.variant(index)));
    }
    return plain;
  }

  /** An object without a name needs no class, since no field tells it apart. */
  private Schema<?> plainVariant(Schema<?> variant, Spot at) {
    if (ClassKinds.reference(variant) == null) {
      Merged merged = schemas.merger().merge(variant, at.place());
      if (merged.hasFields()) {
        return new MapSchema().additionalProperties(JsonValues.any()).nullable(merged.allowsNull);
      }
      if (merged.types == null && isRestriction(merged)) {
        return JsonValues.any().nullable(false);
      }
    }
    return schemas.plain(variant, at);
  }

  private static boolean isRestriction(Merged merged) {
    return merged.values == null && merged.unions.isEmpty() && !merged.required.isEmpty();
  }

  private Schema<?> joined(List<Schema<?>> variants) {
    Schema<?> joined = join(variants);
    if (variants.stream().anyMatch(one -> Boolean.TRUE.equals(one.getNullable()))) {
      joined.setNullable(true);
    }
    return joined;
  }

  private Schema<?> join(List<Schema<?>> variants) {
    Set<String> keys = new LinkedHashSet<>();
    Set<String> types = new LinkedHashSet<>();
    variants.forEach(one -> keys.add(key(one)));
    variants.forEach(one -> types.addAll(types(one)));
    if (keys.size() == 1 && !keys.contains("")) {
      return bare(variants.get(0));
    }
    if (types.equals(Set.of("object"))) {
      return new MapSchema().additionalProperties(JsonValues.any());
    }
    if (types.equals(Set.of("array"))) {
      ArraySchema array = new ArraySchema();
      array.setItems(JsonValues.any());
      return array;
    }
    return scalarOrAny(types);
  }

  private static Schema<?> scalarOrAny(Set<String> types) {
    if (JsonTypes.areNumeric(types)) {
      return new Schema<>().type(types.contains("number") ? "number" : "integer");
    }
    return types.equals(Set.of("string")) || types.equals(Set.of("boolean"))
        ? new Schema<>().type(types.iterator().next())
        : JsonValues.of(types);
  }

  /** Without what one of them alone says. */
  private static Schema<?> bare(Schema<?> plain) {
    Schema<?> bare = plain.get$ref() != null ? new Schema<>().$ref(plain.get$ref()) : plain;
    return bare.getType() == null || bare instanceof MapSchema || bare instanceof ArraySchema
        ? bare
        : new Schema<>().type(plain.getType()).format(plain.getFormat());
  }

  /** Equal for equal types; empty if it has no type. */
  private static String key(Schema<?> plain) {
    if (plain.get$ref() != null) {
      return plain.get$ref();
    }
    return plain.getType() == null ? "" : JavaTypes.of(plain, name -> name).render(true);
  }

  private Set<String> types(Schema<?> plain) {
    if (plain.get$ref() != null) {
      String component = plain.get$ref().substring(Schemas.PREFIX.length());
      return kinds.of(component) == ClassKind.ENUM
          ? Set.of(Objects.requireNonNull(schemas.classes().scalar(component).getType()))
          : Set.of("object");
    }
    if (plain.getType() != null) {
      return Set.of(plain.getType());
    }
    @Nullable List<String> several = JsonValues.types(plain);
    return Set.copyOf(several == null ? JsonTypes.ALL : several);
  }
}
