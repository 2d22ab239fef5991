package io.github.thriveaudience.internal.response;

import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates in any of the three forms of RFC 9110, section 5.6.7. */
public final class HttpDates {
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(YEAR, 2, 2, 2000)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH)
              .withZone(ZoneOffset.UTC),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
              .withZone(ZoneOffset.UTC));

  private HttpDates() {}

  /**
   * Reads a date.
   *
   * @param value has no white space around it
   * @return the date, or null if it has none of the forms
   */
  public static @Nullable Instant parse(String value) {
    for (DateTimeFormatter form : DATES) {
      try {
        return form.parse(value, Instant::from);
      } catch (DateTimeException e) {
        // Not this format; the next one may match.
      }
    }
    return null;
  }
}
