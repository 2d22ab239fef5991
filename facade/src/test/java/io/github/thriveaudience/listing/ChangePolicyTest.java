package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePolicyTest {
  private static final ChangePolicy DEFAULTS = ChangePolicy.defaults();

  @Test
  void hasDefaults() {
    assertThat(DEFAULTS.confirmations()).isEqualTo(3);
    assertThat(DEFAULTS.attempts()).isEqualTo(3);
    assertThat(DEFAULTS.waitBetweenReads()).isEqualTo(Duration.ofSeconds(5));
    assertThat(DEFAULTS.acceptedDrift()).isNull();
  }

  @Test
  void changesACopyInOnePoint() {
    ChangePolicy changed =
        DEFAULTS
            .withConfirmations(1)
            .withAttempts(4)
            .withWait(Duration.ofMinutes(1))
            .acceptingDrift(9)
            .atMostLeaving(6);

    assertThat(changed.confirmations()).isEqualTo(1);
    assertThat(changed.attempts()).isEqualTo(4);
    assertThat(changed.waitBetweenReads()).isEqualTo(Duration.ofMinutes(1));
    assertThat(changed.acceptedDrift()).isEqualTo(9);
    assertThat(DEFAULTS.confirmations()).isEqualTo(3);
  }

  @Test
  void showsItsSettings() {
    assertThat(DEFAULTS)
        .hasToString(
            "ChangePolicy[confirmations=3, attempts=3, wait=PT5S, atMostLeaving=null,"
                + " atMostLeavingShare=0.2]");
    assertThat(DEFAULTS.acceptingDrift(8).withoutGuard())
        .hasToString(
            "ChangePolicy[confirmations=3, attempts=3, wait=PT5S, acceptingDrift=8, withoutGuard]");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void allowsOneToTwentyReadings(int readings) {
    assertThat(DEFAULTS.withConfirmations(readings).confirmations()).isEqualTo(readings);
    assertThat(DEFAULTS.withAttempts(readings).attempts()).isEqualTo(readings);
    assertThat(DEFAULTS.acceptingDrift(readings).acceptedDrift()).isEqualTo(readings);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 21})
  void rejectsAnyOtherNumberOfReadings(int readings) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withConfirmations(readings))
        .withMessage("confirmations must be 1 to 20, but was " + readings);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withAttempts(readings))
        .withMessage("attempts must be 1 to 20, but was " + readings);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.acceptingDrift(readings))
        .withMessage("readings must be 1 to 20, but was " + readings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.5S", "P1D"})
  void allowsAWaitOfZeroToOneDay(Duration wait) {
    assertThat(DEFAULTS.withWait(wait).waitBetweenReads()).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-0.000000001S", "P1DT0.000000001S", "P365D"})
  void rejectsAnyOtherWait(Duration wait) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withWait(wait))
        .withMessage("wait must be zero to one day, but was " + wait);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsAShareThatIsNone(double share) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.atMostLeavingShare(share))
        .withMessage("atMostLeavingShare must be 0 to 1, but was " + share);
  }

  @Test
  void rejectsANegativeCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.atMostLeaving(-1))
        .withMessage("atMostLeaving must be 0 or more, but was -1");
  }

  @Test
  void namesAnArgumentThatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> DEFAULTS.exceededLimit(null))
        .withMessage("changes");
    assertThatNullPointerException().isThrownBy(() -> DEFAULTS.withWait(null)).withMessage("wait");
  }
}
