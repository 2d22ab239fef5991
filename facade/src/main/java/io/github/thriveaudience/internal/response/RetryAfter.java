package io.github.thriveaudience.internal.response;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. A date counts from the
 * {@code Date} of the response, so that a wrong local clock does no harm.
 */
final class RetryAfter {
  /** More seconds than this are taken for this many (as in RFC 9111, section 1.2.2). */
  private static final Duration MAX_WAIT = Duration.ofSeconds(Integer.MAX_VALUE);

  private RetryAfter() {}

  /**
   * The wait that a header demands.
   *
   * @param header the value of {@code Retry-After}
   * @param date the {@code Date} of the response, or null
   * @param clock used if the response has no valid date
   * @return zero or more, or null if the header cannot be read
   */
  static @Nullable Duration parse(String header, @Nullable String date, InstantSource clock) {
    String value = header.strip();
    if (value.matches("[0-9]+")) {
      return seconds(value);
    }
    Instant until = HttpDates.parse(value);
    return until == null ? null : wait(until, now(date, clock));
  }

  private static Duration seconds(String digits) {
    return digits.length() > 9 ? MAX_WAIT : Duration.ofSeconds(Long.parseLong(digits));
  }

  private static Duration wait(Instant until, Instant now) {
    Duration wait = Duration.between(now, until);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private static Instant now(@Nullable String date, InstantSource clock) {
    Instant sent = date == null ? null : HttpDates.parse(date.strip());
    return sent == null ? clock.instant() : sent;
  }
}
