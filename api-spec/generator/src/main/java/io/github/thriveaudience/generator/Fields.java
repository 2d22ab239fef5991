package io.github.thriveaudience.generator;

import io.github.thriveaudience.generator.Shape.ObjectShape;
import io.github.thriveaudience.generator.Shape.Property;
import io.github.thriveaudience.generator.text.JavaText;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Prepares the fields of an object for the templates. */
final class Fields {
  /** A constructor has 255 parameters at most, itself included (JVMS, section 4.3.3). */
  private static final int MAX_FIELDS = 250;

  private final UnaryOperator<String> classes;

  Fields(UnaryOperator<String> classes) {
    this.classes = classes;
  }

  /** The fields that have a component, and the type of the others. */
  Map<String, Object> of(ObjectShape shape) {
    List<Property> named = named(shape);
    FieldNames names = names(shape);
    List<Map<String, Object>> fields = new ArrayList<>();
    for (Property property : named) {
      fields.add(field(property, names.of(property.name()), fields.size(), shape.place()));
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("fields", fields);
    data.put("others", names.others());
    Schema<?> additional = shape.additional() == null ? JsonValues.any() : shape.additional();
    data.put("additionalType", JavaTypes.of(additional, classes).render(true));
    data.put("additionalJson", RuntimeTypes.expression(additional, classes));
    return data;
  }

  /** Jackson has no annotation for a field whose name is empty: it is one of the others. */
  private static List<Property> named(ObjectShape shape) {
    if (shape.properties().size() > MAX_FIELDS) {
      throw new SpecException(
          shape.place(),
          "the object has more than " + MAX_FIELDS + " fields, which no Java constructor can take.",
          "Move some of them into objects of their own.");
    }
    return shape.properties().stream().filter(one -> !one.name().isEmpty()).toList();
  }

  /** The names of the components of an object. */
  static FieldNames names(ObjectShape shape) {
    return new FieldNames(shape.properties().stream().map(Property::name).toList());
  }

  private Map<String, Object> field(Property property, String name, int index, String place) {
    Schema<?> plain = property.schema();
    boolean isNullable = Boolean.TRUE.equals(plain.getNullable());
    boolean needsValue = property.isRequired() && !isNullable;
    JavaType type = JavaTypes.of(plain, classes);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", name);
    data.put("index", index);
    data.put("json", JavaText.literal(property.name()));
    data.put("doc", doc(plain, property.name()));
    data.put("type", type.nullable(!needsValue).render(true));
    data.put("nullableType", type.nullable(true).render(true));
    data.put("plainType", type.nullable(false).render(true));
    data.put("jsonType", RuntimeTypes.expression(plain, classes));
    data.put("required", property.isRequired());
    data.put("needsValue", needsValue);
    data.put("omitsNull", !property.isRequired() && !isNullable);
    data.put("copied", plain.get$ref() == null && RuntimeTypes.isChangeable(plain));
    data.put("deprecated", Boolean.TRUE.equals(plain.getDeprecated()));
    data.put("shown", isShown(plain, place + ".properties." + property.name()));
    data.put("text", JavaText.literal(name + "="));
    data.put("masked", JavaText.literal(name + "=***, "));
    return data;
  }

  private static String doc(Schema<?> plain, String name) {
    String text = JavaText.javadoc(plain.getDescription(), "the field " + name);
    Object standard = plain.getDefault();
    return standard == null
        ? text
        : text
            + " Without it, the server takes "
            + JavaText.javadoc(standard.toString(), "\"\"")
            + ".";
  }

  /** What nobody has marked may be personal data. */
  private static boolean isShown(Schema<?> plain, String place) {
    @Nullable Object loggable = Schemas.extension(plain, Annotations.LOGGABLE);
    if (loggable != null && !(loggable instanceof Boolean)) {
      throw new SpecException(
          place + "." + Annotations.LOGGABLE,
          "the value is neither true nor false.",
          "Write true.");
    }
    boolean isShown = Boolean.TRUE.equals(loggable);
    if (isShown && "password".equals(plain.getFormat())) {
      throw new SpecException(
          place,
          "a password cannot be shown in logs.",
          "Remove " + Annotations.LOGGABLE + ", or the format password.");
    }
    return isShown;
  }
}
