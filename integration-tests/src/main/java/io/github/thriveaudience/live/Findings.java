package io.github.thriveaudience.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Collects findings without duplicates. Holds names and types, never personal data. */
final class Findings {
  /** Other names could be data, such as the keys of a map. */
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]{0,63}";

  /** Shorter values occur in too many names. */
  private static final int MIN_HIDDEN_LENGTH = 4;

  private final Set<String> hidden = new HashSet<>();
  private final Set<String> violations = new LinkedHashSet<>();
  private final Set<String> additions = new LinkedHashSet<>();
  private final Set<String> observations = new LinkedHashSet<>();

  /** The API violates the spec. */
  void violation(String what) {
    violations.add(what);
  }

  /** The API sends what the spec does not describe. */
  void addition(String what) {
    additions.add(what);
  }

  /** The API's behaviour where the documentation is silent. */
  void observation(String what) {
    observations.add(what);
  }

  boolean hasViolations() {
    return !violations.isEmpty();
  }

  /** Hides all names that contain one of the values of this body. */
  void hideValues(JsonNode body) {
    if (body.isValueNode()) {
      hide(body.asText());
    }
    body.forEach(this::hideValues);
  }

  void hide(String value) {
    if (value.length() >= MIN_HIDDEN_LENGTH) {
      hidden.add(value.toLowerCase(Locale.ROOT));
    }
  }

  /** The name, or a placeholder if it could be data. */
  String shown(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean safe =
        name.matches(NAME)
            && !name.matches(".*\\d\\d.*")
            && hidden.stream().noneMatch(lower::contains);
    return safe ? name : "(a name that is not shown)";
  }

  String report() {
    return section("Differs from the spec, and breaks it", violations)
        + section("Not in the spec", additions)
        + section("Not documented, and found", observations);
  }

  private static String section(String title, Set<String> found) {
    return title
        + ":\n"
        + (found.isEmpty() ? "  nothing\n" : "  - " + String.join("\n  - ", found) + "\n");
  }
}
