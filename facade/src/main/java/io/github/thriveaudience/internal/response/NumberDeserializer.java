package io.github.thriveaudience.internal.response;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number, or a string of digits, since several authorization servers send {@code "3600"}
 * for {@code 3600}. Any other string is refused.
 */
final class NumberDeserializer<T> extends JsonDeserializer<T> {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

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

  /** Reads whole numbers; a fraction is cut off. */
  static NumberDeserializer<Long> longs() {
    return new NumberDeserializer<>(Long.class, NumberDeserializer::whole);
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
    T value = figure == null ? null : narrowed.apply(figure);
    if (value == null) {
      throw new NumberOutOfRangeException(json);
    }
    return value;
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

  private static @Nullable Long whole(BigDecimal figure) {
    return figure.compareTo(MIN_LONG) < 0 || figure.compareTo(MAX_LONG) > 0
        ? null
        : Long.valueOf(figure.longValue());
  }
}
