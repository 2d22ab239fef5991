package io.github.thriveaudience.internal.config;

import static io.github.thriveaudience.internal.config.Arguments.require;

import java.util.Set;
import java.util.regex.Pattern;

/** The rules for what becomes one segment of a path. */
public final class PathSegments {
  private static final Set<String> DOTS = Set.of(".", "..");
  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

  private PathSegments() {}

  /**
   * Returns the value.
   *
   * @param name the value's name in messages
   * @throws IllegalArgumentException if it cannot be a segment; the message names the rule
   */
  public static String check(String name, String value) {
    Arguments.notBlank(name, value);
    require(
        !DOTS.contains(value),
        name,
        "must not be \".\" or \"..\": as a path segment it means another address"
            + " (RFC 3986, section 5.2.4)");
    require(
        SEPARATOR.splitAsStream(value).noneMatch(DOTS::contains),
        name,
        "must have no \".\" or \"..\" between slashes or backslashes: proxies resolve them,"
            + " even percent-encoded, and deliver another address (RFC 3986, sections 5.2.4 and"
            + " 6.2.2.3)");
    return Arguments.wellFormed(name, value);
  }
}
