package io.github.thriveaudience.internal.http;

import java.io.Serial;

/**
 * A number whose exponent no {@link java.math.BigDecimal} has room for. It is kept as it was
 * written, which {@link #toString()} gives; its values are the nearest ones, infinity included.
 */
final class LiteralNumber extends Number {
  @Serial private static final long serialVersionUID = 1L;

  private final String literal;

  /**
   * A number.
   *
   * @param literal as JSON has it
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
