package io.github.thriveaudience.generator;

import io.github.thriveaudience.generator.Shape.ObjectShape;
import io.github.thriveaudience.generator.Shape.Property;
import io.github.thriveaudience.generator.Shape.UnionShape;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what the alternatives of a union have in common. */
final class UnionData {
  private final Map<String, Shape> shapes;
  private final Fields fields;

  UnionData(Map<String, Shape> shapes, Fields fields) {
    this.shapes = shapes;
    this.fields = fields;
  }

  /** The unions that a class is an alternative of. */
  Set<String> above(String schema) {
    Set<String> above = new LinkedHashSet<>();
    shapes.forEach(
        (name, shape) -> {
          if (shape instanceof UnionShape union && union.variants().containsValue(schema)) {
            above.add(name);
          }
        });
    return above;
  }

  /** What an unknown alternative has: the fields of the union, and the one that tells it apart. */
  ObjectShape base(UnionShape union) {
    ObjectShape base = union.base();
    List<Property> properties = new ArrayList<>(base.properties());
    boolean isKnown = properties.stream().anyMatch(one -> one.name().equals(union.discriminator()));
    if (!isKnown) {
      Schema<?> text = new Schema<>().type("string");
      text.addExtension(Annotations.LOGGABLE, true);
      properties.add(new Property(union.discriminator(), text, false));
    }
    return new ObjectShape(
        base.name(),
        base.place(),
        base.description(),
        base.isDeprecated(),
        properties,
        base.additional());
  }

  /** The components that all alternatives have, with one type. */
  List<Map<String, Object>> accessors(UnionShape union) {
    List<Map<String, Object>> accessors = new ArrayList<>(all(base(union)));
    for (String variant : union.variants().values()) {
      Set<String> signatures = signatures(shapes.get(variant));
      accessors.removeIf(one -> !signatures.contains(signature(one)));
    }
    return accessors;
  }

  private Set<String> signatures(@Nullable Shape shape) {
    Set<String> signatures = new LinkedHashSet<>();
    if (shape instanceof ObjectShape object) {
      all(object).forEach(one -> signatures.add(signature(one)));
    } else if (shape instanceof UnionShape union) {
      accessors(union).forEach(one -> signatures.add(signature(one)));
    }
    return signatures;
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> all(ObjectShape shape) {
    return (List<Map<String, Object>>) Objects.requireNonNull(fields.of(shape).get("fields"));
  }

  private static String signature(Map<String, Object> field) {
    return field.get("plainType") + " " + field.get("json") + " " + field.get("name");
  }
}
