package io.github.thriveaudience.internal.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.thriveaudience.model.ErrorResponse;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types of numbers that a spec can have. */
class NumberTypesTest {
  @Test
  void areReadWithinTheirRange() throws IOException {
    assertThat(read(Integer.class, "-2147483648")).isEqualTo(Integer.MIN_VALUE);
    assertThat(read(Long.class, "1764115200000")).isEqualTo(1764115200000L);
    assertThat(read(BigInteger.class, "18446744073709551615"))
        .isEqualTo(new BigInteger("18446744073709551615"));
    assertThat(read(Double.class, "1e300")).isEqualTo(1e300);
    assertThat(read(Float.class, "\"5\"")).isEqualTo(5f);
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.Integer, 2147483648",
    "java.lang.Integer, 1e10",
    "java.lang.Long, 9223372036854775808",
    "java.math.BigInteger, 1e1001",
    "java.lang.Double, 1e400",
    "java.lang.Float, -1e39",
  })
  void areRefusedOutOfIt(Class<?> type, String written) {
    assertThat(catchThrowableOfType(JacksonException.class, () -> read(type, written)))
        .isInstanceOf(NumberOutOfRangeException.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {Integer.class, Long.class, BigInteger.class})
  void areWholeWhereTheSpecSaysSo(Class<?> type) throws IOException {
    assertThat(read(type, "-7.0")).hasToString("-7");
    assertThat(read(type, "7e2")).hasToString("700");
    assertThat(catchThrowableOfType(JacksonException.class, () -> read(type, "1.5")))
        .isInstanceOf(MismatchedInputException.class)
        .isNotInstanceOf(NumberOutOfRangeException.class);
  }

  @Test
  void aFieldIsNamedWhoseNumberIsOutOfRange() throws IOException {
    ObjectReader reader = StrictJson.reader(ErrorResponse.class);
    try (JsonParser json = reader.createParser("{\"status\":2147483648}")) {
      JacksonException problem =
          catchThrowableOfType(JacksonException.class, () -> reader.readValue(json));

      assertThat(JsonProblems.describe(problem, json)).startsWith("status has too many digits");
    }
  }

  @Test
  void aFieldOfTheSpecIsNamedWhateverItsNameIs() throws IOException {
    assertThat(problem("{\"user-id\":\"x\"}"))
        .startsWith("user-id is missing or of the wrong type");
    assertThat(problem("{\"id\":{\"a@b\":\"x\"}}")).startsWith("id.? is missing");
  }

  /** As the generated readers refuse a field. */
  private static String problem(String body) throws IOException {
    ObjectReader reader = StrictJson.reader(Named.class);
    try (JsonParser json = reader.createParser(body)) {
      return JsonProblems.describe(
          catchThrowableOfType(JacksonException.class, () -> reader.readValue(json)), json);
    }
  }

  record Named(@JsonProperty("user-id") Long userId, @JsonProperty("id") Map<String, Long> id) {}

  private static Object read(Class<?> type, String written) throws IOException {
    return StrictJson.reader(type).readValue(written);
  }
}
