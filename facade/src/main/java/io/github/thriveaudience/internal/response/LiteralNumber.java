package io.github.thriveaudience.internal.response;

import java.io.Serial;

/**
 * A number whose exponent is out of the range of {@link java.math.BigDecimal}. {@link #toString()}
 * returns it as it was written; its values are the nearest ones, infinity included.
 */
final class LiteralNumber extends Number {
  @Serial private static final long serialVersionUID = 1L;

  private final String literal;

  /**
   * A number.
   *
   * @param literal as it is written in JSON
   */
  LiteralNumber(String literal) {
    this.literal = literal;
  }

  @Override
  public int intValue() {
    return (int) doubleValue();
  }

  @Override
  public long longValue() {
    return (long) doubleValue();
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(literal);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LiteralNumber number && number.literal.equals(literal);
  }

  @Override
  public int hashCode() {
    return literal.hashCode();
  }

  @Override
  public String toString() {
    return literal;
  }
}
