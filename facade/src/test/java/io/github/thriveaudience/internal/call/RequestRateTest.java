package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the rate of requests falls and rises, number by number, on a clock of the test. */
class RequestRateTest {
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;
  private static final Offset<Double> EXACTLY = within(1e-6);

  /** The clock of a machine starts anywhere. */
  private static final long BEGIN = Duration.ofDays(3).toNanos();

  private long now = BEGIN;

  @ParameterizedTest
  @CsvSource({"20, 2, 7.6", "20, 4, 3.8", "4, 0.1, 15.2", "1, 5, 1"})
  void firstRateIsAPartOfTheResponsesPerSecondBeforeTheRefusal(
      int responses, double seconds, double first) {
    RequestRate rate = new RequestRate(UNLIMITED, () -> 0.5, now);

    searchAfter(rate, responses, seconds);

    assertThat(rate.isThrottled()).isTrue();
    assertThat(rate.perSecond(now)).isCloseTo(first, EXACTLY);
  }

  @Test
  void eachResponseOfASearchAddsToTheRate() {
    RequestRate rate = new RequestRate(UNLIMITED, () -> 0.5, now);
    searchAfter(rate, 20, 2);

    rate.responded(now);
    rate.responded(now);

    assertThat(rate.perSecond(now)).isCloseTo(7.6 + 2 * 0.6, EXACTLY);
  }

  @Test
  void aSearchThatIsRefusedLeavesThreeFifths() {
    RequestRate rate = new RequestRate(UNLIMITED, () -> 0.5, now);
    searchAfter(rate, 20, 2);
    pass(1);

    assertThat(rate.refused(now, 7.6, now, 0)).isTrue();

    assertThat(rate.perSecond(now)).isCloseTo(7.6 * 0.957 * 0.6, EXACTLY);
  }

  @Test
  void refusalOfAKnownRateLowersItByTheShareRefused() {
    RequestRate rate = refusedAt(100);

    assertThat(rate.perSecond(now)).isCloseTo(95.7 * (1 - 0.08), EXACTLY);
  }

  @Test
  void eachRefusalRaisesTheShareAndEachResponseLowersIt() {
    RequestRate rate = refusedAt(100);
    rate.responded(now);
    rate.responded(now);
    double share = 0.08 * 0.92 * 0.92;
    share += 0.08 * (1 - share);
    pass(1);
    double present = rate.perSecond(now);

    rate.refused(now, present, now, 0);

    assertThat(rate.perSecond(now)).isCloseTo(present * 0.957 * (1 - share), EXACTLY);
  }

  @Test
  void lowRateFallsFurther() {
    RequestRate rate = refusedAt(4);

    assertThat(rate.perSecond(now)).isCloseTo(4 * 0.957 * (0.934 - 0.45 / 5), EXACTLY);
  }

  @Test
  void refusalIsOneOfTheRateAtWhichTheRequestWasSent() {
    RequestRate rate = new RequestRate(100, () -> 0.5, now);

    rate.refused(now, 50, now, 0);

    assertThat(rate.perSecond(now)).isCloseTo(50 * 0.957 * 0.92, EXACTLY);
  }

  @Test
  void refusalsOfRequestsThatWereSentBeforeTheRateFellDoNotLowerItAgain() {
    RequestRate rate = refusedAt(100);
    double lowered = rate.perSecond(now);

    assertThat(rate.refused(now, 100, now, 0)).isFalse();
    assertThat(rate.perSecond(now)).isEqualTo(lowered);

    assertThat(rate.refused(now + 1, 100, now + 1, 0)).isTrue();
    assertThat(rate.perSecond(now + 1)).isLessThan(lowered);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 12", "4, 24", "60, 24"})
  void rateReturnsFastThenSlowlyAndLaterAfterAPause(int pause, int later) {
    RequestRate rate = new RequestRate(100, () -> 0.5, now);
    rate.refused(now, 100, now, Duration.ofSeconds(pause).toNanos());
    pass(pause);
    double seconds = 12.2 + 15.5 / Math.sqrt(95.7) + later;

    pass(seconds / 2);
    assertThat(rate.perSecond(now)).isCloseTo(95.7 * (1 - 0.08 / 8), EXACTLY);
    pass(seconds / 2);
    assertThat(rate.perSecond(now)).isCloseTo(95.7, EXACTLY);
    pass(seconds / 2);
    assertThat(rate.perSecond(now)).isCloseTo(95.7 * (1 + 0.08 / 8), EXACTLY);
    pass(seconds);
    assertThat(rate.perSecond(now)).as("never faster than users allow").isEqualTo(100);
  }

  @Test
  void lowRateGoesFurtherBeyondWhatWasRefused() {
    RequestRate rate = refusedAt(0.5);
    double climb = 0.045 + 0.18 / 0.48;

    pass((12.2 + 15.5 / Math.sqrt(0.48)) * 1.2);

    assertThat(rate.perSecond(now)).isCloseTo(0.48 * (1 + climb * 0.2 * 0.2 * 0.2), EXACTLY);
  }

  @Test
  void searchesAgainOnceNothingIsRefusedFarBeyond() {
    RequestRate rate = new RequestRate(UNLIMITED, () -> 0.5, now);
    searchAfter(rate, 200, 2);
    pass(1);
    rate.refused(now, 76, now, 0);
    double ceiling = 76 * 0.957;
    double seconds = 12.2 + 15.5 / Math.sqrt(ceiling);

    pass(2 * seconds - 0.001);
    rate.responded(now);
    pass(0.002);
    double beyond = rate.perSecond(now);
    assertThat(beyond).isCloseTo(ceiling * 1.4, within(0.1));
    rate.responded(now);

    pass(100);
    assertThat(rate.perSecond(now)).as("no curve any more").isCloseTo(beyond, EXACTLY);
    rate.responded(now);
    assertThat(rate.perSecond(now)).isCloseTo(beyond + 0.094, EXACTLY);
  }

  @Test
  void aLaterSearchIsLoweredLikeARate() {
    RequestRate rate = new RequestRate(UNLIMITED, () -> 0.5, now);
    searchAfter(rate, 200, 2);
    pass(1);
    rate.refused(now, 76, now, 0);
    pass(30);
    for (int i = 0; i < 100; i++) {
      rate.sent(now);
      rate.responded(now);
    }
    double present = rate.perSecond(now);

    rate.refused(now, present, now, 0);

    assertThat(rate.perSecond(now)).isCloseTo(present * 0.957 * 0.92, within(0.01));
  }

  @Test
  void rateThatIsHardlyUsedFallsToAFewTimesWhatIsSent() {
    RequestRate rate = new RequestRate(100, () -> 0.5, now);
    for (int second = 0; second < 60; second++) {
      pass(1);
      rate.sent(now);
    }
    double measured = 1 / 3.0 / (1 - Math.exp(-1 / 3.0));

    rate.refused(now, 100, now, 0);

    assertThat(rate.perSecond(now)).isCloseTo((4 * measured + 0.48) * 0.957 * 0.92, EXACTLY);
  }

  @Test
  void whatIsSentIsKnownAfterSixSeconds() {
    assertThat(refusedAfterARequest(5.999)).isCloseTo(95.7 * 0.92, EXACTLY);
    assertThat(refusedAfterARequest(6)).isCloseTo((4 / 3.0 + 0.48) * 0.957 * 0.92, EXACTLY);
  }

  private double refusedAfterARequest(double seconds) {
    RequestRate rate = new RequestRate(100, () -> 0.5, now);
    rate.sent(now);
    pass(seconds);
    rate.refused(now, 100, now, 0);
    return rate.perSecond(now);
  }

  private RequestRate refusedAt(double perSecond) {
    RequestRate rate = new RequestRate(perSecond, () -> 0.5, now);
    rate.refused(now, perSecond, now, 0);
    return rate;
  }

  /** Begins a search after this many responses in this time. */
  private void searchAfter(RequestRate rate, int responses, double seconds) {
    for (int i = 0; i < responses; i++) {
      rate.responded(now);
    }
    pass(seconds);
    rate.refused(now, UNLIMITED, now, 0);
  }

  private void pass(double seconds) {
    now += (long) (seconds * 1e9);
  }
}
