package io.github.thriveaudience.generator.operation;

import io.github.thriveaudience.generator.text.JavaText;
import org.jspecify.annotations.Nullable;

/**
 * An argument of the method that Feign implements.
 *
 * @param annotation what Feign reads, or nothing for the body
 * @param type its type, with the annotation of what can be null
 * @param name its name
 * @param value what is passed, as Java; null if the caller's argument is passed as it is
 */
record Slot(String annotation, String type, String name, @Nullable String value) {
  private static final String NULLABLE = "@org.jspecify.annotations.Nullable";

  /** What is passed, as Java. */
  String passed() {
    return value == null ? name : value;
  }

  static String param(String variable, @Nullable String expander) {
    return "@feign.Param("
        + (expander == null
            ? JavaText.literal(variable)
            : "value = " + JavaText.literal(variable) + ", expander = " + expander + ".class")
        + ")";
  }

  /** A type that can be null. */
  static String nullable(String type) {
    if (type.endsWith("[]")) {
      return type.substring(0, type.length() - 2) + " " + NULLABLE + " []";
    }
    // The annotation stands before the simple name.
    int end = type.indexOf('<') < 0 ? type.length() : type.indexOf('<');
    int name = type.lastIndexOf('.', end) + 1;
    return type.substring(0, name) + NULLABLE + " " + type.substring(name);
  }
}
