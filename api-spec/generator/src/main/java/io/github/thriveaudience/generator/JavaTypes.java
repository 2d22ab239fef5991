package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Finds the Java type of a plain schema. */
final class JavaTypes {
  private static final Map<String, String> INTEGERS =
      Map.of("int32", "java.lang.Integer", "uint64", "java.math.BigInteger");
  private static final Map<String, String> NUMBERS =
      Map.of("float", "java.lang.Float", "double", "java.lang.Double");

  /**
   * The extension that names the schema of a class, where the generator has followed a reference.
   */
  static final String CLASS = "x-class-of-schema";

  private JavaTypes() {}

  /**
   * The type of a plain schema.
   *
   * @param classes the whole name of a class by the name of its schema
   */
  static JavaType of(Schema<?> plain, UnaryOperator<String> classes) {
    return type(plain, classes).nullable(Boolean.TRUE.equals(plain.getNullable()));
  }

  private static JavaType type(Schema<?> plain, UnaryOperator<String> classes) {
    if (plain.get$ref() != null) {
      return named(classes.apply(plain.get$ref().substring(Schemas.PREFIX.length())), List.of());
    }
    if (Schemas.extension(plain, CLASS) instanceof String schema) {
      return named(classes.apply(schema), List.of());
    }
    if (plain.getType() == null) {
      return named("java.lang.Object", List.of());
    }
    return switch (plain.getType()) {
      case "array" -> list(plain, classes);
      case "object" -> map(plain, classes);
      default -> named(scalar(plain), List.of());
    };
  }

  private static JavaType list(Schema<?> plain, UnaryOperator<String> classes) {
    boolean isSet = Boolean.TRUE.equals(plain.getUniqueItems());
    return named(
        isSet ? "java.util.Set" : "java.util.List", List.of(of(plain.getItems(), classes)));
  }

  private static JavaType map(Schema<?> plain, UnaryOperator<String> classes) {
    Schema<?> values = (Schema<?>) plain.getAdditionalProperties();
    return named(
        "java.util.Map", List.of(named("java.lang.String", List.of()), of(values, classes)));
  }

  /** Formats of strings have no type of their own: what a server sends is kept as it is. */
  private static String scalar(Schema<?> plain) {
    String format = Objects.requireNonNullElse(plain.getFormat(), "");
    return switch (plain.getType()) {
      case "integer" -> INTEGERS.getOrDefault(format, "java.lang.Long");
      case "number" -> NUMBERS.getOrDefault(format, "java.math.BigDecimal");
      case "boolean" -> "java.lang.Boolean";
      default -> "java.lang.String";
    };
  }

  static JavaType named(String whole, List<JavaType> arguments) {
    int simple = whole.lastIndexOf('.') + 1;
    return new JavaType(whole.substring(0, simple), whole.substring(simple), false, arguments);
  }
}
