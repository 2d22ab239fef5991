package io.github.thriveaudience.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What was found, each thing once. Holds names and types, never a value of a member. */
final class Findings {
  /** Longer or stranger names could be data, such as the key of a map. */
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]{0,63}";

  /** Shorter values say little, and are part of too many names. */
  private static final int SHORTEST_HIDDEN = 4;

  private final Set<String> hidden = new HashSet<>();
  private final Set<String> breaks = new LinkedHashSet<>();
  private final Set<String> additions = new LinkedHashSet<>();
  private final Set<String> answers = new LinkedHashSet<>();

  /** The API does what the spec does not allow. */
  void breaking(String what) {
    breaks.add(what);
  }

  /** The API does more than the spec says. */
  void addition(String what) {
    additions.add(what);
  }

  /** What the documentation leaves open, and how the API answers it. */
  void answer(String what) {
    answers.add(what);
  }

  boolean anyBreaks() {
    return !breaks.isEmpty();
  }

  /** Lets no name be shown that holds one of the values of a body, or what is given. */
  void hideValues(JsonNode body) {
    if (body.isValueNode()) {
      hide(body.asText());
    }
    body.forEach(this::hideValues);
  }

  void hide(String value) {
    if (value.length() >= SHORTEST_HIDDEN) {
      hidden.add(value.toLowerCase(Locale.ROOT));
    }
  }

  /** A name, if it can be shown. */
  String shown(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean safe =
        name.matches(NAME)
            && !name.matches(".*\\d\\d.*")
            && hidden.stream().noneMatch(lower::contains);
    return safe ? name : "(a name that is not shown)";
  }

  String report() {
    return section("Differs from the spec, and breaks it", breaks)
        + section("Not in the spec", additions)
        + section("Not documented, and found", answers);
  }

  private static String section(String title, Set<String> found) {
    return title
        + ":\n"
        + (found.isEmpty() ? "  nothing\n" : "  - " + String.join("\n  - ", found) + "\n");
  }
}
