package io.github.thriveaudience.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a server explains a deprecation: the links (RFC 8288) of the relations {@code deprecation}
 * and {@code sunset}.
 */
final class DeprecationLinks {
  /** A longer header is not searched. */
  private static final int MAX_LENGTH = 2_000;

  private static final Pattern LINK =
      Pattern.compile("<([^<>]*)>((?:\\s*;\\s*\\w+\\*?\\s*=\\s*(?:\"[^\"]*\"|[^\\s;,\"]+))*)");

  private static final Pattern RELATIONS =
      Pattern.compile(";\\s*rel\\s*=\\s*\"?([^\";,]*)", Pattern.CASE_INSENSITIVE);

  /** An absolute address without user info and with no character that a log could misread. */
  private static final Pattern PLAIN =
      Pattern.compile("https?://[A-Za-z0-9._~:/?#&=%+-]{1,200}", Pattern.CASE_INSENSITIVE);

  private static final Pattern MALFORMED_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Set<String> EXPLAINING = Set.of("deprecation", "sunset");

  private DeprecationLinks() {}

  /**
   * The end of a sentence, or nothing.
   *
   * @param subject what was requested; a link that has the quoted part of it is left out, since a
   *     log names no audience
   */
  static String inWords(HttpHeaders headers, String subject) {
    String value = String.join(", ", headers.allValues("Link"));
    if (value.length() > MAX_LENGTH) {
      return "";
    }
    String links =
        LINK.matcher(value)
            .results()
            .filter(link -> isExplaining(link.group(2)))
            .map(link -> link.group(1))
            .filter(target -> PLAIN.matcher(target).matches() && !names(target, subject))
            .distinct()
            .limit(2)
            .collect(Collectors.joining(" and "));
    return links.isEmpty() ? "" : ": see " + links;
  }

  private static boolean isExplaining(String parameters) {
    Matcher relations = RELATIONS.matcher(parameters);
    return relations.find()
        && Arrays.stream(relations.group(1).toLowerCase(Locale.ROOT).split("\\s+"))
            .anyMatch(EXPLAINING::contains);
  }

  /** Whether a target may name what was requested, or a person. */
  private static boolean names(String target, String subject) {
    if (MALFORMED_PERCENT.matcher(target).find()) {
      return true;
    }
    String plain = URLDecoder.decode(target, UTF_8).toLowerCase(Locale.ROOT);
    int begin = subject.indexOf('"');
    // The end of a long name is cut off.
    String name = begin < 0 ? "" : subject.substring(begin + 1).replaceAll("(?:\\.{3})?\"$", "");
    return plain.indexOf('@') >= 0
        || (!name.isEmpty() && plain.contains(name.toLowerCase(Locale.ROOT)));
  }
}
