package io.github.thriveaudience.generator;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of an enum's constants. */
final class ConstantNames {
  private final Set<String> taken = new HashSet<>();

  /** A free name for a value. */
  String of(Object value) {
    return Words.free(
        value instanceof Number ? ofNumber(value) : ofText(value), "EMPTY", Set.of(), taken);
  }

  private static String ofNumber(Object value) {
    return "NUMBER_"
        + value.toString().replace("+", "").replace("-", "MINUS_").replace(".", "_DOT_");
  }

  /** A text without letters and digits is named by its characters. */
  private static String ofText(Object value) {
    String name = Words.constant(value.toString());
    return name.isEmpty()
        ? value
            .toString()
            .codePoints()
            .mapToObj(letter -> Words.constant(String.valueOf(Character.getName(letter))))
            .collect(Collectors.joining("_"))
        : name;
  }
}
