package io.github.thriveaudience.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The secrets and tokens of all tests, headers made of them, and patterns of both. */
final class Secrets {
  private static final List<String> ALL =
      List.of(
          "hush",
          "quickstart-secret",
          "quickstart-client-secret",
          "quickstart-access-token",
          base64("eu-west-2_Tenant:hush-hush"),
          base64("client:hush-hush"),
          base64("me:hush-hush"),
          base64("eu-west-2_Quickstart:quickstart-secret"),
          base64("quickstart-client:quickstart-client-secret"));

  /** Any value of an Authorization header, and any JSON Web Token. */
  private static final Pattern HEADER_OR_TOKEN =
      Pattern.compile("(?i:Bearer|Basic) [A-Za-z0-9+/._~-]{12,}|eyJ[A-Za-z0-9_-]{10,}\\.");

  private Secrets() {}

  static boolean foundIn(String text) {
    return ALL.stream().anyMatch(text::contains)
        || ((text.contains("eyJ") || hasScheme(text)) && HEADER_OR_TOKEN.matcher(text).find());
  }

  /** A quick search for texts without a match: the tests log millions of them. */
  private static boolean hasScheme(String text) {
    for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
      if (text.regionMatches(true, space - 5, "Basic", 0, 5)
          || text.regionMatches(true, space - 6, "Bearer", 0, 6)) {
        return true;
      }
    }
    return false;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
