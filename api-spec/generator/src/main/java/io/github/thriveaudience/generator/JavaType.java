package io.github.thriveaudience.generator;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java type by its whole name, so that no schema can take its place.
 *
 * @param packageName its package, with a dot at the end
 * @param simpleName its name in the package
 * @param isNullable whether null is a value
 * @param arguments its type arguments
 */
record JavaType(
    String packageName, String simpleName, boolean isNullable, List<JavaType> arguments) {
  private static final String NULLABLE = "@org.jspecify.annotations.Nullable ";

  JavaType nullable(boolean nullable) {
    return new JavaType(packageName, simpleName, nullable, arguments);
  }

  /** As it is written in Java. An annotation of a type stands before its simple name. */
  String render(boolean isAnnotated) {
    return packageName
        + (isNullable && isAnnotated ? NULLABLE : "")
        + simpleName
        + arguments(isAnnotated);
  }

  private String arguments(boolean isAnnotated) {
    return arguments.isEmpty()
        ? ""
        : arguments.stream()
            .map(one -> one.render(isAnnotated))
            .collect(Collectors.joining(", ", "<", ">"));
  }
}
