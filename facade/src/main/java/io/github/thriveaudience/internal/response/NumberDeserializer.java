package io.github.thriveaudience.internal.response;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number, or a string of digits, since several authorization servers send {@code "3600"}
 * for {@code 3600}. Any other string is refused, and a fraction where a whole number belongs; but
 * the fraction of a token's lifetime is cut off.
 */
final class NumberDeserializer<T> extends JsonDeserializer<T> {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Set<Class<?>> WHOLE = Set.of(Long.class, Integer.class, BigInteger.class);
  private static final String LIFETIME = "expires_in";

  private final Class<T> type;
  private final Function<BigDecimal, @Nullable T> narrowed;

  private NumberDeserializer(Class<T> type, Function<BigDecimal, @Nullable T> narrowed) {
    this.type = type;
    this.narrowed = narrowed;
  }

  /** Reads decimal numbers. */
  static NumberDeserializer<BigDecimal> decimals() {
    return new NumberDeserializer<>(BigDecimal.class, figure -> figure);
  }

  /** Reads whole numbers. */
  static NumberDeserializer<Long> longs() {
    return new NumberDeserializer<>(
        Long.class, figure -> isWithin(figure, Long.MAX_VALUE) ? figure.longValue() : null);
  }

  /** Reads whole numbers of 32 bits. */
  static NumberDeserializer<Integer> integers() {
    return new NumberDeserializer<>(
        Integer.class, figure -> isWithin(figure, Integer.MAX_VALUE) ? figure.intValue() : null);
  }

  /** Reads whole numbers of any size. */
  static NumberDeserializer<BigInteger> bigIntegers() {
    return new NumberDeserializer<>(
        BigInteger.class, figure -> isConvertible(figure) ? figure.toBigInteger() : null);
  }

  /** Reads binary fractions. */
  static NumberDeserializer<Double> doubles() {
    return new NumberDeserializer<>(
        Double.class,
        figure -> Double.isFinite(figure.doubleValue()) ? figure.doubleValue() : null);
  }

  /** Reads short binary fractions. */
  static NumberDeserializer<Float> floats() {
    return new NumberDeserializer<>(
        Float.class, figure -> Float.isFinite(figure.floatValue()) ? figure.floatValue() : null);
  }

  @Override
  public @Nullable T deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    String text = json.getText();
    if (json.hasToken(JsonToken.VALUE_STRING)) {
      if (!DIGITS.matcher(text).matches()) {
        return type.cast(context.handleWeirdStringValue(type, text, "no digits"));
      }
    } else if (!json.currentToken().isNumeric()) {
      return type.cast(context.handleUnexpectedToken(type, json));
    }
    BigDecimal figure = decimal(text);
    if (figure != null && isUnexpectedFraction(figure, json)) {
      return type.cast(context.handleUnexpectedToken(type, json));
    }
    T value = figure == null ? null : narrowed.apply(figure);
    if (value == null) {
      throw new NumberOutOfRangeException(json);
    }
    return value;
  }

  private boolean isUnexpectedFraction(BigDecimal figure, JsonParser json) throws IOException {
    return WHOLE.contains(type)
        && figure.stripTrailingZeros().scale() > 0
        && !LIFETIME.equals(json.currentName());
  }

  /** The value of a number, or null if it has too many digits or an exponent out of range. */
  static @Nullable BigDecimal decimal(String number) {
    // Parsing takes time that grows with the square of the length.
    if (number.length() > StreamReadConstraints.DEFAULT_MAX_NUM_LEN) {
      return null;
    }
    try {
      return new BigDecimal(number);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isWithin(BigDecimal figure, long max) {
    return figure.compareTo(BigDecimal.valueOf(max)) <= 0
        && figure.compareTo(BigDecimal.valueOf(-max - 1)) >= 0;
  }

  /** A short number with a large exponent would become a long one. */
  private static boolean isConvertible(BigDecimal figure) {
    return (long) figure.precision() - figure.scale() <= StreamReadConstraints.DEFAULT_MAX_NUM_LEN;
  }
}
