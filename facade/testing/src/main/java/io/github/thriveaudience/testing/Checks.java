package io.github.thriveaudience.testing;

import io.github.thriveaudience.internal.call.Texts;
import java.time.Duration;
import java.util.Objects;

/** The rules for the values of builders. Each message names the value. */
final class Checks {
  private Checks() {}

  static long atLeast(long min, String name, long value) {
    require(value >= min, "%s must be %d or more, but was %d", name, min, value);
    return value;
  }

  static int atLeast(int min, String name, int value) {
    return (int) atLeast((long) min, name, value);
  }

  static Duration notNegative(String name, Duration value) {
    Objects.requireNonNull(value, name);
    require(!value.isNegative(), "%s must be zero or more, but was %s", name, value);
    return value;
  }

  static int status(int value) {
    require(value >= 100 && value <= 599, "status must be 100 to 599, but was %d", value);
    return value;
  }

  /**
   * Checks a rule.
   *
   * @throws IllegalArgumentException if it is broken
   */
  static void require(boolean holds, String rule, Object... arguments) {
    if (!holds) {
      throw new IllegalArgumentException(Texts.format(rule, arguments));
    }
  }
}
