package io.github.thriveaudience.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one class of status ends and the next begins. */
class StatusesTest {
  @ParameterizedTest
  @ValueSource(ints = {500, 599})
  void areTheServersFaultFrom500To599(int status) {
    assertThat(ApiExceptions.of(error(status), "failed")).isInstanceOf(ServerErrorException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {499, 600})
  void areUnexpectedOnEitherSide(int status) {
    assertThat(ApiExceptions.of(error(status), "odd"))
        .isInstanceOf(UnexpectedStatusException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "299, does not list this status",
    "300, a redirect",
    "399, a redirect",
    "499, does not list this status",
    "500, Try again later",
    "599, Try again later",
    "600, does not list this status",
  })
  void haveAnAdviceOfTheirClass(int status, String advice) {
    assertThat(ErrorMessages.ofMembers(Calls.OF_MEMBERS, error(status)))
        .startsWith("TEST answered " + status + " for audience \"tech-team\": ")
        .contains(advice);
    assertThat(ErrorMessages.ofToken(Calls.OF_MEMBERS, error(status))).contains(advice);
  }

  private static ApiError error(int status) {
    return new ApiError(status, null, null, null, null);
  }
}
