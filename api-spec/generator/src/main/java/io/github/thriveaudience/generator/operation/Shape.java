package io.github.thriveaudience.generator.operation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** What a parameter is for a style. */
enum Shape {
  SCALAR,
  /** A list of scalars. */
  LIST,
  /** An object whose fields are scalars, or a free-form map. */
  OBJECT,
  /** What no style is defined for, such as a list of lists, or one or the other. */
  OTHER;

  /** Where a parameter keeps its shape, since its schema is replaced by a plain one later. */
  private static final String SHAPE = "x-shape";

  private static final String IS_ALTERNATIVE = "x-shape-is-alternative";

  /** Keeps what the schema of a parameter says. */
  static void keep(OpenAPI spec, Parameter parameter) {
    if (!hasKept(parameter)) {
      parameter.addExtension(SHAPE, of(spec, schema(parameter)));
      parameter.addExtension(IS_ALTERNATIVE, isAlternative(spec, schema(parameter)));
    }
  }

  /** The shape of a parameter, with a style or with a content. */
  static Shape ofParameter(OpenAPI spec, Parameter parameter) {
    keep(spec, parameter);
    return (Shape) Objects.requireNonNull(parameter.getExtensions().get(SHAPE));
  }

  /**
   * Whether a parameter is a scalar of one type or another, for which Java has no name but that of
   * all.
   */
  static boolean isAlternative(OpenAPI spec, Parameter parameter) {
    keep(spec, parameter);
    return Boolean.TRUE.equals(parameter.getExtensions().get(IS_ALTERNATIVE));
  }

  private static boolean hasKept(Parameter parameter) {
    return parameter.getExtensions() != null && parameter.getExtensions().containsKey(SHAPE);
  }

  private static @Nullable Schema<?> schema(Parameter parameter) {
    Content content = parameter.getContent();
    return content == null || content.isEmpty()
        ? parameter.getSchema()
        : content.values().iterator().next().getSchema();
  }

  /** A schema itself: a reference can lead to a reference. */
  static Schema<?> referenced(OpenAPI spec, Schema<?> schema) {
    Set<Schema<?>> path = new HashSet<>();
    Schema<?> one = schema;
    while (one != null && one.get$ref() != null && path.add(one)) {
      one = ModelUtils.getReferencedSchema(spec, one);
    }
    return one;
  }

  /** The shape of what a schema describes. */
  static Shape of(OpenAPI spec, @Nullable Schema<?> schema) {
    return of(spec, schema, new HashSet<>());
  }

  private static Shape of(OpenAPI spec, @Nullable Schema<?> reference, Set<Schema<?>> path) {
    if (reference == null) {
      return OTHER;
    }
    Schema<?> schema = referenced(spec, reference);
    if (schema == null || !path.add(schema)) {
      return OTHER;
    }
    List<Shape> parts = parts(spec, schema, path);
    Shape own = own(spec, schema, path);
    path.remove(schema);
    List<Shape> all = Stream.concat(parts.stream(), Stream.ofNullable(own)).distinct().toList();
    return all.size() == 1 ? all.get(0) : OTHER;
  }

  private static List<Shape> parts(OpenAPI spec, Schema<?> schema, Set<Schema<?>> path) {
    return Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .filter(part -> !types(part).equals(Set.of("null")))
        .map(part -> of(spec, part, path))
        .toList();
  }

  /** Null if the schema says nothing but what its parts say. */
  private static @Nullable Shape own(OpenAPI spec, Schema<?> schema, Set<Schema<?>> path) {
    Set<String> types = types(schema);
    types.remove("null");
    if (types.contains("array") || types.contains("object")) {
      return types.size() > 1
          ? OTHER
          : types.contains("array") ? list(spec, schema, path) : object(spec, schema, path);
    }
    if (schema.getProperties() != null) {
      return object(spec, schema, path);
    }
    boolean isOpen = types.isEmpty() && schema.getEnum() == null && schema.getConst() == null;
    return isOpen ? null : SCALAR;
  }

  private static Shape list(OpenAPI spec, Schema<?> schema, Set<Schema<?>> path) {
    return of(spec, schema.getItems(), path) == SCALAR ? LIST : OTHER;
  }

  private static Shape object(OpenAPI spec, Schema<?> schema, Set<Schema<?>> path) {
    boolean isFlat =
        schema.getProperties() == null
            || schema.getProperties().values().stream()
                .allMatch(property -> of(spec, property, path) == SCALAR);
    boolean isOpenFlat =
        !(schema.getAdditionalProperties() instanceof Schema<?> more)
            || isAny(more)
            || of(spec, more, path) == SCALAR;
    return isFlat && isOpenFlat ? OBJECT : OTHER;
  }

  /** Whether a schema says nothing of the values of a map, which are checked when they are sent. */
  private static boolean isAny(Schema<?> schema) {
    return types(schema).isEmpty()
        && schema.get$ref() == null
        && schema.getOneOf() == null
        && schema.getAnyOf() == null
        && schema.getAllOf() == null;
  }

  private static boolean isAlternative(OpenAPI spec, @Nullable Schema<?> reference) {
    Schema<?> schema = reference == null ? null : referenced(spec, reference);
    if (schema == null) {
      return false;
    }
    Set<String> types = types(schema);
    types.remove("null");
    return types.size() > 1 || hasSeveral(schema.getOneOf()) || hasSeveral(schema.getAnyOf());
  }

  /** One type or null is that type. */
  @SuppressWarnings("rawtypes") // as the parser has them
  private static boolean hasSeveral(@Nullable List<Schema> alternatives) {
    return alternatives != null
        && alternatives.stream().filter(one -> !types(one).equals(Set.of("null"))).count() > 1;
  }

  /** The types of a schema of OpenAPI 3.0, which has one, or 3.1. */
  static Set<String> types(Schema<?> schema) {
    Set<String> types = new HashSet<>();
    if (schema.getTypes() != null) {
      types.addAll(schema.getTypes());
    }
    if (schema.getType() != null) {
      types.add(schema.getType());
    }
    return types;
  }
}
