package io.github.thriveaudience.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void findsMedianAndRange() {
    Samples samples = samples(3, 1, 10);

    assertThat(samples.median()).isEqualTo(3);
    assertThat(samples.min()).isEqualTo(1);
    assertThat(samples.max()).isEqualTo(10);
  }

  @Test
  void takesTheMeanOfTheTwoMiddleValues() {
    assertThat(samples(4, 1, 2, 10).median()).isEqualTo(3);
  }

  @Test
  void findsTheMean() {
    assertThat(samples(1, 2, 6).mean()).isEqualTo(3);
  }

  private static Samples samples(double... values) {
    Samples samples = new Samples();
    for (double value : values) {
      samples.add(value);
    }
    return samples;
  }
}
