package io.github.thriveaudience.generator;

import io.github.thriveaudience.generator.Shape.EnumShape;
import io.github.thriveaudience.generator.Shape.ObjectShape;
import io.github.thriveaudience.generator.Shape.Property;
import io.github.thriveaudience.generator.Shape.UnionShape;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the classes to generate: of the named schemas, and of objects inside of others. */
final class Classes {
  private final PlainSchemas schemas;
  private final ClassKinds kinds;
  private final Variants variants;
  private final Map<String, Schema<?>> components;
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final IdentityHashMap<Schema<?>, String> hoisted = new IdentityHashMap<>();

  Classes(
      PlainSchemas schemas,
      ClassKinds kinds,
      References references,
      Map<String, Schema<?>> components) {
    this.schemas = schemas;
    this.kinds = kinds;
    this.variants = new Variants(kinds, references);
    this.components = components;
  }

  /** The classes by the names of their schemas. */
  Map<String, Shape> shapes() {
    return shapes;
  }

  /** Adds the named schemas. Parents go first, since their inner objects are named after them. */
  void addComponents() {
    components.forEach((name, schema) -> addComponent(name, schema, false));
    components.forEach((name, schema) -> addComponent(name, schema, true));
  }

  private void addComponent(String name, Schema<?> schema, boolean isHeir) {
    if (kinds.of(name) != ClassKind.NONE && (schema.getAllOf() != null) == isHeir) {
      Spot at = Spot.component(name);
      Merged merged = schemas.merger().merge(schema, at.place());
      shapes.put(name, shape(kinds.of(name), schema, merged, at));
    }
  }

  /** The name of the class of an object inside of another schema. */
  String hoisted(Schema<?> schema, Merged merged, Spot at) {
    String known = hoisted.get(schema);
    if (known == null) {
      known = free(at.name());
      hoisted.put(schema, known);
      shapes.put(known, placeholder(known, at));
      ClassKind kind = kinds.isUnion(merged) ? ClassKind.UNION : ClassKind.RECORD;
      shapes.put(known, shape(kind, schema, merged, new Spot(at.place(), known)));
    }
    return known;
  }

  private static ObjectShape placeholder(String name, Spot at) {
    return new ObjectShape(name, at.place(), null, false, List.of(), null);
  }

  private String free(String wanted) {
    String name = wanted;
    for (int more = 1; components.containsKey(name) || shapes.containsKey(name); more++) {
      name = wanted + "_" + more;
    }
    return name;
  }

  private Shape shape(ClassKind kind, Schema<?> schema, Merged merged, Spot at) {
    return switch (kind) {
      case ENUM -> enumShape(schema, merged, at);
      case UNION -> unionShape(schema, merged, at);
      default -> objectShape(schema, merged, at);
    };
  }

  private ObjectShape objectShape(Schema<?> schema, Merged merged, Spot at) {
    List<Property> properties = new ArrayList<>();
    merged.properties.forEach(
        (name, parts) -> properties.add(property(name, parts, merged.required, at)));
    return new ObjectShape(
        at.name(),
        at.place(),
        schema.getDescription(),
        isDeprecated(schema),
        properties,
        schemas.additional(merged, at));
  }

  /** What goes one way only cannot be required, since a class serves both ways. */
  private Property property(String name, List<Schema<?>> parts, Set<String> required, Spot at) {
    Schema<?> plain = schemas.plain(parts, at.property(name));
    boolean isOneWay =
        Boolean.TRUE.equals(plain.getReadOnly()) || Boolean.TRUE.equals(plain.getWriteOnly());
    return new Property(name, plain, required.contains(name) && !isOneWay);
  }

  private static boolean isDeprecated(Schema<?> schema) {
    return Boolean.TRUE.equals(schema.getDeprecated());
  }

  private static EnumShape enumShape(Schema<?> schema, Merged merged, Spot at) {
    String type = Objects.requireNonNull(ClassKinds.enumType(merged));
    List<@Nullable Object> values = Objects.requireNonNull(merged.values);
    return new EnumShape(
        at.name(),
        at.place(),
        schema.getDescription(),
        isDeprecated(schema),
        PlainSchemas.scalar(type, merged),
        values.stream().filter(Objects::nonNull).toList());
  }

  private UnionShape unionShape(Schema<?> schema, Merged merged, Spot at) {
    return new UnionShape(
        at.name(),
        at.place(),
        schema.getDescription(),
        isDeprecated(schema),
        objectShape(schema, merged, at),
        Objects.requireNonNull(merged.discriminator).getPropertyName(),
        variants.of(merged, at));
  }

  /** The plain schema of a component with known values. */
  Schema<?> scalar(String component) {
    Spot at = Spot.component(component);
    Schema<?> schema = Objects.requireNonNull(components.get(component));
    return enumShape(schema, schemas.merger().merge(schema, at.place()), at).scalar();
  }
}
