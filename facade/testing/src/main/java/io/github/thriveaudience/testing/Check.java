package io.github.thriveaudience.testing;

import io.github.thriveaudience.internal.call.Texts;
import java.time.Duration;
import java.util.Objects;

/** Checks of arguments. */
final class Check {
  private Check() {}

  /**
   * Checks a rule.
   *
   * @param message names the value and the rule; a format
   * @throws IllegalArgumentException if the rule is broken
   */
  static void that(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(Texts.format(message, values));
    }
  }

  static long atLeast(long min, String name, long value) {
    that(value >= min, "%s must be %d or more, but was %d", name, min, value);
    return value;
  }

  static int atLeast(int min, String name, int value) {
    return (int) atLeast((long) min, name, value);
  }

  static Duration notNegative(String name, Duration value) {
    Objects.requireNonNull(value, name);
    that(!value.isNegative(), "%s must be zero or more, but was %s", name, value);
    return value;
  }

  static int status(int value) {
    that(value >= 100 && value <= 599, "status must be 100 to 599, but was %d", value);
    return value;
  }

  /** Checks the argument of a method, which the message names. */
  static void range(String method, int value, int min, int max) {
    that(value >= min && value <= max, method + "(%s): must be " + min + " to " + max, value);
  }

  /** Checks the argument of a scenario that responds with an error. */
  static void errorStatus(String scenario, int status) {
    that(status >= 400 && status <= 599, scenario + "(%s): must be an error, 400 to 599", status);
  }
}
