package io.github.thriveaudience.internal.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;

/**
 * The rules for what users pass in. Each method returns the argument, or throws an {@link
 * IllegalArgumentException} that names the argument and the rule, never a secret.
 */
public final class Arguments {
  private Arguments() {}

  /** In HTTP Basic the user name ends at the first colon (RFC 7617, section 2). */
  public static String basicTenantId(String value) {
    text("tenantId", value);
    require(
        value.indexOf(':') < 0,
        "tenantId",
        "must not contain a colon: HTTP Basic could not tell where the secret begins");
    return value;
  }

  public static String text(String name, String value) {
    notBlank(name, value);
    require(
        !hasControlCharacter(value),
        name,
        "must not contain control characters; is there a line break at its end?");
    return wellFormed(name, value);
  }

  private static boolean hasControlCharacter(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static String notBlank(String name, String value) {
    Objects.requireNonNull(value, name);
    require(!value.isBlank(), name, "must not be blank");
    return value;
  }

  static String wellFormed(String name, String value) {
    require(
        UTF_8.newEncoder().canEncode(value),
        name,
        "must be well-formed Unicode, but has half of a surrogate pair");
    return value;
  }

  /** A number from 1 to a maximum. */
  public static int inRange(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " must be 1 to " + max + ", but was " + value);
    }
    return value;
  }

  static void require(boolean holds, String name, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(name + ' ' + rule);
    }
  }
}
