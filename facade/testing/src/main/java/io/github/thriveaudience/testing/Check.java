package io.github.thriveaudience.testing;

import java.util.Objects;

/** Checks of arguments. */
final class Check {
  private Check() {}

  /**
   * Checks a rule.
   *
   * @param message with {@code %s} where the value goes
   * @throws IllegalArgumentException if the rule is broken
   */
  static void that(boolean holds, String message, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(message.replace("%s", Objects.toString(value)));
    }
  }

  /** Checks a name that is sent as one segment of a path, as the client does. */
  static String audience(String audience) {
    Objects.requireNonNull(audience, "audience");
    that(!audience.isBlank(), "audience must not be blank%s", "");
    that(!audience.equals(".") && !audience.equals(".."), "audience must not be %s", audience);
    that(isWellFormed(audience), "audience must be well-formed Unicode%s", "");
    return audience;
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
