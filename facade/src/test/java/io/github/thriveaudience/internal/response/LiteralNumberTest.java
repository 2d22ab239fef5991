package io.github.thriveaudience.internal.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A number that no other type can hold. */
class LiteralNumberTest {
  private static final LiteralNumber HUGE = new LiteralNumber("-1e999999999999");
  private static final LiteralNumber TINY = new LiteralNumber("1e-999999999999");

  @Test
  void keepsItsText() {
    assertThat(HUGE)
        .hasToString("-1e999999999999")
        .isEqualTo(new LiteralNumber("-1e999999999999"))
        .hasSameHashCodeAs(new LiteralNumber("-1e999999999999"))
        .isNotEqualTo(TINY)
        .isNotEqualTo("-1e999999999999");
  }

  @Test
  void hasTheNearestValues() {
    assertThat(HUGE.doubleValue()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(HUGE.floatValue()).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(HUGE.longValue()).isEqualTo(Long.MIN_VALUE);
    assertThat(HUGE.intValue()).isEqualTo(Integer.MIN_VALUE);
    assertThat(TINY.doubleValue()).isZero();
  }
}
