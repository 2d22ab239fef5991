package io.github.thriveaudience.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;

/** The rules for what becomes one segment of a path. */
public final class PathSegments {
  private PathSegments() {}

  /**
   * Returns the value, or says which rule it breaks.
   *
   * @param name what a message calls it
   * @throws IllegalArgumentException if it cannot be a segment
   */
  public static String check(String name, String value) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(
          name
              + " must not be \".\" or \"..\": as a path segment it means another address"
              + " (RFC 3986, section 5.2.4)");
    }
    if (!UTF_8.newEncoder().canEncode(value)) {
      throw new IllegalArgumentException(
          name + " must be well-formed Unicode, but has half of a surrogate pair");
    }
    return value;
  }
}
