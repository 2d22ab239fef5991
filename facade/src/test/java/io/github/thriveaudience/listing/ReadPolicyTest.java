package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPolicyTest {
  @Test
  void saysWhatItIs() {
    assertThat(ReadPolicy.once()).hasToString("ReadPolicy[once]");
    assertThat(ReadPolicy.untilConsistent(3)).hasToString("ReadPolicy[untilConsistent=3]");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void readsOnceToTwentyTimes(int times) {
    assertThat(ReadPolicy.untilConsistent(times).maxReads()).isEqualTo(times);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 21})
  void refusesAnythingElse(int times) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadPolicy.untilConsistent(times))
        .withMessage("maxReads must be 1 to 20, but was " + times);
  }
}
