package io.github.thriveaudience.internal.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for what becomes one segment of a path. */
public final class PathSegments {
  private static final Set<String> DOTS = Set.of(".", "..");
  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

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
    if (DOTS.contains(value)) {
      throw new IllegalArgumentException(
          name
              + " must not be \".\" or \"..\": as a path segment it means another address"
              + " (RFC 3986, section 5.2.4)");
    }
    if (SEPARATOR.splitAsStream(value).anyMatch(DOTS::contains)) {
      throw new IllegalArgumentException(
          name
              + " must have no \".\" or \"..\" between slashes or backslashes: proxies resolve them,"
              + " even percent-encoded, and deliver another address (RFC 3986, sections 5.2.4 and"
              + " 6.2.2.3)");
    }
    if (!UTF_8.newEncoder().canEncode(value)) {
      throw new IllegalArgumentException(
          name + " must be well-formed Unicode, but has half of a surrogate pair");
    }
    return value;
  }
}
