package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPolicyTest {
  @Test
  void showsItsSettings() {
    assertThat(ReadPolicy.once()).hasToString("ReadPolicy[once]");
    assertThat(ReadPolicy.untilConsistent(3))
        .hasToString("ReadPolicy[untilConsistent=3, wait=PT5S]");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void allowsOneToTwentyReadings(int times) {
    assertThat(ReadPolicy.untilConsistent(times).maxReads()).isEqualTo(times);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 21})
  void rejectsAnyOtherNumberOfReadings(int times) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadPolicy.untilConsistent(times))
        .withMessage("maxReads must be 1 to 20, but was " + times);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.5S", "P1D"})
  void allowsAWaitOfZeroToOneDay(Duration wait) {
    assertThat(ReadPolicy.untilConsistent(3).withWait(wait).waitBetweenReads()).isEqualTo(wait);
    assertThat(ReadPolicy.untilConsistent(3).withWait(wait).maxReads()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-0.000000001S", "P1DT0.000000001S", "P365D"})
  void rejectsAnyOtherWait(Duration wait) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadPolicy.untilConsistent(3).withWait(wait))
        .withMessage("wait must be zero to one day, but was " + wait);
  }
}
