package io.github.thriveaudience.generator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The types of JSON Schema. */
final class JsonTypes {
  static final List<String> ALL =
      List.of("object", "array", "string", "integer", "number", "boolean");

  private JsonTypes() {}

  /** What both allow. A whole number is a number. */
  static Set<String> common(Set<String> one, Set<String> other) {
    Set<String> both = new LinkedHashSet<>();
    for (String type : one) {
      if (other.contains(type) || (type.equals("integer") && other.contains("number"))) {
        both.add(type);
      } else if (type.equals("number") && other.contains("integer")) {
        both.add("integer");
      }
    }
    return both;
  }

  /** Whether a value of these types is a number in any case. */
  static boolean areNumeric(Set<String> types) {
    return !types.isEmpty() && Set.of("integer", "number").containsAll(types);
  }
}
