package io.github.thriveaudience.internal.call;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for headers that do not come from the client itself. Feign passes line breaks on, and
 * the JDK removes white space around a value silently and shows a value that it refuses, so both
 * are checked here. No message shows a value, which may be a secret.
 */
public final class HeaderRules {
  /** RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Set<String> OWNED =
      Set.of(
          // What the client sends.
          "authorization",
          "user-agent",
          "x-correlation-id",
          // How a message travels, and what the JDK refuses (17 and 25).
          "host",
          "connection",
          "keep-alive",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "http2-settings",
          // With them a success would be a 206 or a 304, which has no page.
          "range");

  /** With a hyphen at its end: the names that begin with it. */
  private static final List<String> OWNED_FAMILIES =
      List.of("proxy-", "content-", "accept-", "if-");

  private HeaderRules() {}

  /**
   * Checks the name of a header that a request gets.
   *
   * @return the name
   * @throws IllegalArgumentException if it is no name, or one that the client or HTTP owns
   */
  public static String requireFree(String name) {
    requireName(name);
    if (isOwned(name)) {
      throw new IllegalArgumentException(
          "header must not be " + name + ": the client, or HTTP itself, sets it or relies on it");
    }
    return name;
  }

  /** Whether the client or HTTP itself sets a header or relies on it. */
  public static boolean isOwned(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return OWNED.contains(key)
        || OWNED_FAMILIES.stream().anyMatch(family -> (key + '-').startsWith(family));
  }

  /**
   * Checks the name of any header.
   *
   * @return the name
   * @throws IllegalArgumentException if it is no name; the message does not show it, since it may
   *     be a value by mistake
   */
  public static String requireName(String name) {
    Objects.requireNonNull(name, "name");
    if (!TOKEN.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a header must have one or more letters, digits and characters of"
              + " !#$%&'*+-.^_`|~ (RFC 9110, section 5.1), but has "
              + offender(name));
    }
    return name;
  }

  private static String offender(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!TOKEN.matcher(name.substring(i, i + 1)).matches()) {
        return Texts.format("U+%04X at index %d", (int) name.charAt(i), i);
      }
    }
    return "none";
  }

  /**
   * Checks the value of a header that a request gets.
   *
   * @param name its name, for the message
   * @return the value
   * @throws IllegalArgumentException if it cannot be sent exactly as it is
   */
  public static String requireValue(String name, String value) {
    Objects.requireNonNull(value, "value");
    String fault = faultOf(value);
    if (fault != null) {
      throw new IllegalArgumentException("the value of the header " + name + ' ' + fault);
    }
    return value;
  }

  /** Why a value cannot be sent exactly as it is, as the end of a sentence, or null if it can. */
  public static @Nullable String faultOf(String value) {
    if (value.isBlank()) {
      return "is blank";
    }
    if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
      return "has a line break or another control character; is there one at its end?";
    }
    if (value.chars().anyMatch(c -> c > '~')) {
      return "has characters other than visible ASCII, spaces and tabs";
    }
    return value.equals(value.strip()) ? null : "begins or ends with white space; strip() it";
  }
}
