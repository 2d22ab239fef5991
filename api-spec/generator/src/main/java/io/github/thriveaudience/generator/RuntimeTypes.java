package io.github.thriveaudience.generator;

import io.github.thriveaudience.generator.text.JavaText;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the types that the generated code reads and copies values by. */
final class RuntimeTypes {
  static final String PACKAGE = "io.github.thriveaudience.json";

  private static final String TYPE = PACKAGE + ".JsonType.";

  private RuntimeTypes() {}

  /** Whether a value has to be copied, since it can be changed. */
  static boolean isChangeable(Schema<?> plain) {
    return plain.getType() == null
        || plain.getType().equals("array")
        || plain.getType().equals("object");
  }

  /** The Java expression of a plain schema's type. */
  static String expression(Schema<?> plain, UnaryOperator<String> classes) {
    String type = type(plain, classes);
    return Boolean.TRUE.equals(plain.getNullable()) ? type + ".nullable()" : type;
  }

  private static String type(Schema<?> plain, UnaryOperator<String> classes) {
    if (plain.get$ref() == null && "array".equals(plain.getType())) {
      boolean isSet = Boolean.TRUE.equals(plain.getUniqueItems());
      return TYPE + (isSet ? "set(" : "list(") + expression(plain.getItems(), classes) + ")";
    }
    if (plain.get$ref() == null && "object".equals(plain.getType())) {
      Schema<?> values = (Schema<?>) plain.getAdditionalProperties();
      return TYPE + "map(" + expression(values, classes) + ")";
    }
    if (plain.get$ref() == null && plain.getType() == null) {
      return TYPE + "any(" + types(JsonValues.types(plain)) + ")";
    }
    return TYPE + "of(" + JavaTypes.of(plain, classes).nullable(false).render(false) + ".class)";
  }

  private static String types(@Nullable List<String> types) {
    return types == null
        ? ""
        : types.stream().map(JavaText::literal).collect(Collectors.joining(", "));
  }
}
