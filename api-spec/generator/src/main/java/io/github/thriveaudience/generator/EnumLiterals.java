package io.github.thriveaudience.generator;

import io.github.thriveaudience.generator.text.JavaText;

/** Writes the values of an enum in Java. */
final class EnumLiterals {
  private EnumLiterals() {}

  static String of(Object value, String type) {
    String text = JavaText.literal(value.toString());
    return switch (type) {
      case "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Boolean" ->
          type + ".valueOf(" + text + ")";
      case "java.math.BigDecimal", "java.math.BigInteger" -> "new " + type + "(" + text + ")";
      default -> text;
    };
  }
}
