package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.internal.response.HttpDates;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594) say. It shows dates that it has
 * read, never a value as the server sent it.
 */
final class DeprecationNotice {
  private static final String DEPRECATION = "Deprecation";
  private static final String SUNSET = "Sunset";

  /** A date of a structured field (RFC 9651, section 3.3.7), with or without parameters. */
  private static final Pattern DATE = Pattern.compile("@(-?[0-9]{1,15})(?:[ \t]*;.*)?");

  /** Drafts of RFC 9745 had these, and an HTTP date. */
  private static final Set<String> WITHOUT_DATE = Set.of("true", "?1");

  /** Their opposites say that nothing is deprecated. */
  private static final Set<String> NOT_DEPRECATED = Set.of("false", "?0");

  private DeprecationNotice() {}

  static boolean isIn(HttpHeaders headers) {
    return deprecation(headers).isPresent() || headers.firstValue(SUNSET).isPresent();
  }

  private static Optional<String> deprecation(HttpHeaders headers) {
    return headers
        .firstValue(DEPRECATION)
        .map(String::strip)
        .filter(value -> !NOT_DEPRECATED.contains(value.toLowerCase(Locale.ROOT)));
  }

  /** The predicate of a sentence. */
  static String inWords(HttpHeaders headers, Instant now) {
    Optional<String> deprecation = deprecation(headers);
    Optional<String> sunset = headers.firstValue(SUNSET).map(String::strip);
    return Stream.of(
            deprecation.map(value -> deprecation(value, now)),
            sunset.map(value -> sunset(value, now)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" and "));
  }

  private static String deprecation(String value, Instant now) {
    if (WITHOUT_DATE.contains(value.toLowerCase(Locale.ROOT))) {
      return "is deprecated";
    }
    Instant date = date(value);
    if (date == null) {
      return "is deprecated (the date in its header Deprecation cannot be read)";
    }
    return (date.isAfter(now) ? "will be deprecated on " : "is deprecated since ") + date;
  }

  private static @Nullable Instant date(String value) {
    Matcher structured = DATE.matcher(value);
    return structured.matches()
        ? Instant.ofEpochSecond(Long.parseLong(structured.group(1)))
        : HttpDates.parse(value);
  }

  private static String sunset(String value, Instant now) {
    Instant date = HttpDates.parse(value);
    if (date == null) {
      return "may stop responding (the date in its header Sunset cannot be read)";
    }
    return (date.isAfter(now) ? "may stop responding on " : "was to stop responding on ") + date;
  }
}
