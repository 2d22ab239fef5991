package io.github.thriveaudience.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of a record's components. */
final class FieldNames {
  /**
   * What no component can be called: the methods of {@link Object} (JLS, section 8.10.1), what each
   * record has, and the first parts of packages, which a variable would hide (JLS, section 6.4.2).
   */
  private static final Set<String> RESERVED =
      Set.of(
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait",
          "equals",
          "additionalProperty",
          "builder",
          "build",
          "com",
          "io",
          "java",
          "org",
          "yield");

  private final Map<String, String> names = new HashMap<>();
  private final String others;

  /** Names the components of some fields. A name that needs no change goes first. */
  FieldNames(List<String> fields) {
    List<String> ordered = new ArrayList<>(fields);
    ordered.sort(Comparator.comparing((String field) -> !Words.uncapitalized(field).equals(field)));
    others = others(fields);
    Set<String> taken = new HashSet<>(Set.of(others));
    ordered.forEach(
        field ->
            names.put(field, Words.free(Words.uncapitalized(field), "field", RESERVED, taken)));
  }

  /** Jackson confuses a field and the map of the others if both have the same name. */
  private static String others(List<String> fields) {
    String free = "additionalProperties";
    for (int more = 1; fields.contains(free); more++) {
      free = more == 1 ? "otherProperties" : "otherProperties_" + more;
    }
    return free;
  }

  /** The name of the component of the fields that the spec does not know. */
  String others() {
    return others;
  }

  /** The name of the component of a field. */
  String of(String field) {
    return names.getOrDefault(field, field);
  }
}
