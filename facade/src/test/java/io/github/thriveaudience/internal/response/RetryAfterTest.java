package io.github.thriveaudience.internal.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-21T07:00:00Z"), ZoneOffset.UTC);
  private static final String DATE = "Wed, 21 Oct 2026 07:27:30 GMT";

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "1, PT1S",
    "' 30 ', PT30S",
    "007, PT7S",
    "999999999, PT999999999S",
    "2147483648, PT2147483647S",
    "99999999999999999999999999, PT2147483647S",
  })
  void readsSeconds(String header, Duration expected) {
    assertThat(RetryAfter.parse(header, null, CLOCK)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wed, 21 Oct 2026 07:28:00 GMT",
        "Wednesday, 21-Oct-26 07:28:00 GMT",
        "Wed Oct 21 07:28:00 2026",
      })
  void countsADateFromTheResponsesDate(String header) {
    assertThat(RetryAfter.parse(header, DATE, CLOCK)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void readsADateWithADayOfOneDigit() {
    assertThat(RetryAfter.parse("Sun Nov  1 00:00:05 2026", "Sun, 1 Nov 2026 00:00:00 GMT", CLOCK))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday"})
  void countsADateFromTheClockOtherwise(String date) {
    assertThat(RetryAfter.parse("Wed, 21 Oct 2026 07:28:00 GMT", date, CLOCK))
        .isEqualTo(Duration.ofMinutes(28));
    assertThat(RetryAfter.parse("Wed, 21 Oct 2026 07:28:00 GMT", null, CLOCK))
        .isEqualTo(Duration.ofMinutes(28));
  }

  @Test
  void isZeroForADateInThePast() {
    assertThat(RetryAfter.parse("Tue, 20 Oct 2026 07:28:00 GMT", DATE, CLOCK))
        .isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-1", "1.5", "soon", "٣", "21 Oct 2026", "Wed, 32 Oct 2026 07:28:00 GMT"})
  void ignoresInvalidValues(String header) {
    assertThat(RetryAfter.parse(header, DATE, CLOCK)).isNull();
  }
}
