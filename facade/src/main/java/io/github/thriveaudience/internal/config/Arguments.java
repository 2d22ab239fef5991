package io.github.thriveaudience.internal.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;

/** The rules for what users pass in. A message names the argument and the rule, never a secret. */
public final class Arguments {
  private Arguments() {}

  /** HTTP Basic takes what is before the first colon for the username (RFC 7617, section 2). */
  public static String basicTenantId(String value) {
    text("tenantId", value);
    if (value.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "tenantId must not contain a colon: HTTP Basic could not tell where the secret begins");
    }
    return value;
  }

  public static String text(String name, String value) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          name + " must not contain control characters; is there a line break at its end?");
    }
    if (!UTF_8.newEncoder().canEncode(value)) {
      throw new IllegalArgumentException(
          name + " must be well-formed Unicode, but has half of a surrogate pair");
    }
    return value;
  }
}
