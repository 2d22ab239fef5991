package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.MalformedResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages for a page that cannot be read: where it is wrong, and no word of it. */
@ViolatesContract("what cannot be read is no page")
class UnreadablePageTest extends WireTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"results\":[],jane.doe}        | the body is not valid JSON (line 1, column 15)",
        "`{\"results\":[],\n jane.doe}`   | the body is not valid JSON (line 2, column 2)",
        "{\"results\":[{\"userId\":{}}]}  | results[0].userId is missing or of the wrong type (line 1,",
        "{\"results\":\"jane.doe\"}       | results is missing or of the wrong type (line 1,",
        "[]                               | the body is not the documented object (line 1,",
      })
  void namesThePositionOfTheProblem(String body, String where) {
    respond(json(body));

    assertThat(failure()).hasMessageContaining(": " + where);
  }

  @Test
  void namesExceededJsonLimits() {
    respond(json("{\"x\":" + "[".repeat(1001) + "]".repeat(1001) + "}"));

    assertThat(failure())
        .hasMessageContaining("the body is beyond the limits that JSON is read in");
  }

  private static MalformedResponseException failure() {
    MalformedResponseException thrown =
        catchThrowableOfType(
            MalformedResponseException.class, () -> client().members("tech-team").page(1));
    LeakAssertions.assertNoLeaks(thrown);
    return thrown;
  }
}
