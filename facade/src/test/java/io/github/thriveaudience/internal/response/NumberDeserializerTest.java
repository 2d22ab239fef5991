package io.github.thriveaudience.internal.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.model.AudienceMember;
import java.math.BigDecimal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid and invalid numbers. */
class NumberDeserializerTest {
  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "'\"7\"', 7",
    "'\"007\"', 7",
    "7.0, 7.0",
    "7e0, 7",
    "1e2147483647, 1e2147483647"
  })
  void acceptsNumbersAndDigits(String written, BigDecimal figure) {
    assertThat(Decoding.page(Decoding.json("1", written)).pagination().totalResults())
        .isEqualTo(figure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\" 7\"",
        "\"7 \"",
        "\"-7\"",
        "\"7.0\"",
        "\"7e0\"",
        "\"seven\"",
        "\"٧\"",
        "true",
        "[7]",
        "{}",
        "null"
      })
  void rejectsAnythingElse(String written) {
    assertThat(failure(() -> Decoding.page(Decoding.json("1", written))))
        .hasMessageContaining("pagination.totalResults is missing or of the wrong type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999999",
        "-1e999999999999",
        "1e-99999999999",
        "1E+2147483649",
        "1.5e-2147483647",
        "0e99999999999"
      })
  void namesAFieldWithATooLargeExponent(String written) {
    assertThat(failure(() -> Decoding.page(Decoding.json("1", written))))
        .hasMessageContaining(
            "pagination.totalResults has too many digits, or too large an exponent");
    assertThat(failure(() -> Decoding.token(token(written))))
        .hasMessageContaining("expires_in has too many digits, or too large an exponent");
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 500_000})
  void namesAFieldWithTooManyDigits(int digits) {
    String number = "9".repeat(digits);

    assertThat(failure(() -> Decoding.page(Decoding.json("1", '"' + number + '"'))))
        .hasMessageContaining("pagination.totalResults has too many digits");
    assertThat(failure(() -> Decoding.page(Decoding.json("1", number))))
        .hasMessageContaining("such as 1000 digits of a number")
        .hasMessageContaining(", near pagination.totalResults.");
    assertThat(failure(() -> Decoding.page(Decoding.json("[{\"y\":" + number + "}]", "1"))))
        .hasMessageContaining(", near results[0].x[0].y.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999999",
        "-1e999999999999",
        "1e-99999999999",
        "1E+2147483648",
        "1.5e-2147483647",
        "0e99999999999"
      })
  void keepsTheTextInUnknownFields(String written) throws JsonProcessingException {
    String nested = "{\"y\":[" + written + "]}";

    AudienceMember member = Decoding.page(Decoding.json(nested, "1")).results().get(0);

    assertThat(member.additionalProperties().get("x")).hasToString("{y=[" + written + "]}");
    assertThat(JsonMapper.builder().build().writeValueAsString(member))
        .contains("\"x\":{\"y\":[" + written + "]}");
  }

  @ParameterizedTest
  @CsvSource({
    "3600, 3600",
    "'\"3600\"', 3600",
    "3600.9, 3600",
    "3.6e3, 3600",
    "-0.5, 0",
    "1e-2147483647, 0",
    "9223372036854775807, 9223372036854775807",
    "'\"9223372036854775807\"', 9223372036854775807",
    "null, ",
  })
  void readsTheLifetimeOfAToken(String written, Long seconds) {
    assertThat(Decoding.token(token(written)).expiresIn()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9223372036854775808", "\"9223372036854775808\"", "1e19", "1e2147483647", "-1e19"})
  void rejectsALifetimeOutOfRange(String written) {
    assertThat(failure(() -> Decoding.token(token(written))))
        .hasMessageContaining("expires_in has too many digits, or too large an exponent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"soon\"", "\"3600.0\"", "\"-1\"", "\"\"", "true", "[3600]", "{}"})
  void rejectsAnInvalidLifetime(String written) {
    assertThat(failure(() -> Decoding.token(token(written))))
        .hasMessageContaining("expires_in is missing or of the wrong type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999999", "1e-99999999999", "1E+2147483648", "1e2147483647"})
  void keepsTheFieldsOfAnError(String written) {
    byte[] body =
        ("{\"message\":\"busy\",\"x\":[" + written + "],\"status\":" + written + "}")
            .getBytes(UTF_8);

    assertThat(
            ResponseBodies.tree(Decoding.response(503, Decoding.CHUNKED, body))
                .path("message")
                .asText())
        .isEqualTo("busy");
  }

  private static String token(String expiresIn) {
    return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn + "}";
  }

  private static Throwable failure(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isExactlyInstanceOf(MalformedResponseException.class);
    return thrown;
  }
}
