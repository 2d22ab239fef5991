package io.github.thriveaudience.internal.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.MalformedResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scopes of a token, as a string or a list. */
class ScopeListHandlerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"api/read api/write\"       | api/read api/write",
        "[\"api/read\",\"api/write\"] | api/read api/write",
        "[\"api/read\"]               | api/read",
        "[]                           | ''",
        "\"\"                         | ''",
        "null                         | ",
      })
  void acceptsAStringOrAListOfStrings(String written, String scope) {
    assertThat(Decoding.token(token(written)).scope()).isEqualTo(scope);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "true",
        "{}",
        "[7]",
        "[null]",
        "[true]",
        "[[\"api/read\"]]",
        "[\"api/read\",{\"a\":1}]",
        "{\"scope\":[\"a\"]}"
      })
  void rejectsAnythingElse(String written) {
    assertThat(catchThrowable(() -> Decoding.token(token(written))))
        .isExactlyInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("scope is missing or of the wrong type");
  }

  @Test
  void acceptsNoListForOtherFields() {
    assertThat(
            catchThrowable(
                () -> Decoding.token("{\"access_token\":[\"a\"],\"token_type\":\"Bearer\"}")))
        .hasMessageContaining("access_token is missing or of the wrong type");
    assertThat(
            catchThrowable(
                () -> Decoding.page(Decoding.json("1", "1").replace("\"1\"", "[\"1\"]"))))
        .hasMessageContaining("results[0].userId is missing or of the wrong type");
  }

  private static String token(String scope) {
    return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"scope\":" + scope + "}";
  }
}
