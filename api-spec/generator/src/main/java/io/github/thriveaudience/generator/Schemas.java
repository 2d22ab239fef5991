package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads parsed schemas, in both versions of OpenAPI alike. */
final class Schemas {
  static final String PREFIX = "#/components/schemas/";
  private static final String NULL = "null";

  private Schemas() {}

  /** The JSON types, without null. */
  static Set<String> types(Schema<?> schema) {
    Set<String> types = declaredTypes(schema);
    types.remove(NULL);
    return types;
  }

  private static Set<String> declaredTypes(Schema<?> schema) {
    Set<String> types = new LinkedHashSet<>();
    if (schema.getTypes() != null) {
      types.addAll(schema.getTypes());
    } else if (schema.getType() != null) {
      types.add(schema.getType());
    }
    return types;
  }

  /** Whether the schema itself says that null is a value. */
  static boolean allowsNull(Schema<?> schema) {
    return Boolean.TRUE.equals(schema.getNullable())
        || declaredTypes(schema).contains(NULL)
        || isSet(schema, "nullable");
  }

  /** Whether null is the only value. */
  static boolean isOnlyNull(Schema<?> schema) {
    return declaredTypes(schema).equals(Set.of(NULL))
        || (schema.getEnum() != null
            && !schema.getEnum().isEmpty()
            && schema.getEnum().stream().allMatch(one -> one == null));
  }

  /** Whether a vendor extension is true. */
  static boolean isSet(Schema<?> schema, String extension) {
    return Boolean.TRUE.equals(extension(schema, extension));
  }

  static @Nullable Object extension(Schema<?> schema, String name) {
    return schema.getExtensions() == null ? null : schema.getExtensions().get(name);
  }

  @SuppressWarnings("rawtypes")
  static Map<String, Schema<?>> map(@Nullable Map<String, Schema> raw) {
    Map<String, Schema<?>> typed = new LinkedHashMap<>();
    if (raw != null) {
      raw.forEach((name, schema) -> typed.put(name, schema == null ? new Schema<>() : schema));
    }
    return typed;
  }

  @SuppressWarnings("rawtypes")
  static List<Schema<?>> list(@Nullable List<Schema> raw) {
    List<Schema<?>> typed = new ArrayList<>();
    if (raw != null) {
      raw.forEach(typed::add);
    }
    return typed;
  }

  /** Whether a schema says something about values, beside being described. */
  static boolean isStructural(Schema<?> schema) {
    return schema.get$ref() != null
        || !types(schema).isEmpty()
        || schema.getProperties() != null
        || schema.getPatternProperties() != null
        || schema.getAdditionalProperties() != null
        || schema.getItems() != null
        || schema.getPrefixItems() != null
        || schema.getAllOf() != null
        || isUnion(schema)
        || schema.getEnum() != null
        || schema.getConst() != null
        || schema.getRequired() != null;
  }

  /** Whether it has alternatives. */
  static boolean isUnion(Schema<?> schema) {
    return schema.getOneOf() != null || schema.getAnyOf() != null;
  }

  /** A reference to a class. */
  static Schema<?> reference(String name) {
    return new Schema<>().$ref(PREFIX + name);
  }
}
