package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the next request may leave at a rate, and when requests are no longer paced. */
class RequestSpacingTest {
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;
  private static final Offset<Long> EXACTLY = within(100L);

  /** The clock of a machine starts anywhere. */
  private static final long BEGIN = Duration.ofDays(3).toNanos();

  private long now = BEGIN;
  private double jitter = 0.5;

  @Test
  void unlimitedRequestsMayAllLeaveNow() {
    RequestRate rate = rate(UNLIMITED);

    assertThat(rate.sent(now)).isEqualTo(UNLIMITED);

    assertThat(rate.next()).isEqualTo(now);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void aKnownRateSpacesRequestsEvenly(double random) {
    jitter = random;
    RequestRate rate = rate(10);

    assertThat(rate.sent(now)).isEqualTo(10);
    assertThat(rate.sent(now)).isEqualTo(10);

    assertThat(rate.next() - now).isEqualTo(millis(200));
  }

  @Test
  void aRequestThatIsLateMakesTheNextOneNoLaterThanAQuarterOfItsTurn() {
    RequestRate rate = rate(10);
    rate.sent(now);
    now += millis(500);

    rate.sent(now);

    assertThat(rate.next() - now).isEqualTo(millis(75));
    assertThat(rate.latest()).isEqualTo(now);
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "0.5, 0", "1, 1"})
  void requestsBelowTheMaximumAreSpacedAtRandom(double random, int sign) {
    RequestRate rate = rate(2);
    jitter = 0;
    rate.refused(now, 2, now, 0);
    double perSecond = rate.perSecond(now);
    assertThat(perSecond).isLessThan(2);
    jitter = random;

    rate.sent(now);

    double spread = sign * (0.02 + 0.02 / perSecond);
    assertThat(rate.next() - now).isCloseTo((long) (1e9 / perSecond * (1 + spread)), EXACTLY);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.05", "0, 2, 2", "0.5, 0, 0.05", "0.5, 2, 2"})
  void aSearchBeginsOnceWhatIsInFlightHasArrivedAndThePauseIsOver(
      double random, int pause, double seconds) {
    jitter = random;
    RequestRate rate = rate(UNLIMITED);

    rate.refused(now - millis(50), UNLIMITED, now, Duration.ofSeconds(pause).toNanos());

    assertThat(rate.perSecond(now)).isEqualTo(1);
    long first = (long) ((seconds + 1 + random) * 1e9);
    assertThat(rate.next() - now).isCloseTo(first, EXACTLY);
  }

  @Test
  void afterALaterRefusalTheNextRequestLeavesWithinOneTurn() {
    RequestRate rate = rate(100);
    rate.refused(now, 100, now, 0);

    assertThat(rate.next() - now).isCloseTo((long) (0.5 * 1e9 / rate.perSecond(now)), EXACTLY);
  }

  @Test
  void aPauseHoldsEvenIfItsRefusalLowersNothing() {
    jitter = 0;
    RequestRate rate = rate(100);
    rate.refused(now, 100, now, 0);
    long next = rate.next();

    assertThat(rate.refused(now, 100, now, 0)).isFalse();
    assertThat(rate.next()).isEqualTo(next);

    assertThat(rate.refused(now, 100, now, 1)).isFalse();
    assertThat(rate.next()).isEqualTo(now + 1);
  }

  @Test
  void aRefusalWithoutAPauseThatLowersNothingMovesNothing() {
    jitter = 0;
    RequestRate rate = rate(100);
    rate.refused(now, 100, now, 0);
    jitter = 1;

    rate.refused(now, 100, now, 0);

    assertThat(rate.next()).isEqualTo(now);
  }

  @Test
  void requestsAreCalmHalfAMinuteAfterThePauseIsOver() {
    RequestRate rate = rate(100);
    assertThat(rate.isCalm(now + millis(60_000))).as("not throttled").isFalse();
    rate.refused(now, 100, now, millis(2_000));

    assertThat(rate.isCalm(now + millis(32_000))).isFalse();
    assertThat(rate.isCalm(now + millis(32_000) + 1)).isTrue();
  }

  @Test
  void aWaitThatUsersDidNotAskForDisturbsTheCalm() {
    RequestRate rate = rate(100);
    rate.refused(now, 100, now, 0);
    now += millis(10_000);
    rate.waited(now);
    assertThat(rate.isCalm(now + millis(30_000))).isFalse();

    now += millis(40_000);
    assertThat(rate.perSecond(now)).isEqualTo(100);
    rate.waited(now);
    assertThat(rate.isCalm(now)).isTrue();
  }

  @Test
  void aClientIsIdleHalfAMinuteAfterItsLatestRequest() {
    RequestRate rate = rate(UNLIMITED);
    now += millis(7_000);
    rate.sent(now);

    assertThat(rate.isIdle(now + millis(30_000))).isFalse();
    assertThat(rate.isIdle(now + millis(30_000) + 1)).isTrue();
  }

  @Test
  void aClientThatIsPausedIsNotIdle() {
    RequestRate rate = rate(UNLIMITED);
    rate.sent(now);
    rate.refused(now, UNLIMITED, now, millis(60_000));

    assertThat(rate.isIdle(now + millis(60_000))).isFalse();
    assertThat(rate.isIdle(now + millis(90_001))).isTrue();
  }

  @Test
  void whatIsInFlightWhenPacingEndsMayStayThere() {
    RequestRate rate = rate(UNLIMITED);
    rate.sent(now);

    rate.reset(now, 2);

    assertThat(rate.untilAllowed(4, now)).isZero();
    assertThat(rate.untilAllowed(5, now)).isEqualTo(millis(1_000));
  }

  private RequestRate rate(double max) {
    return new RequestRate(max, () -> jitter, now);
  }

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
