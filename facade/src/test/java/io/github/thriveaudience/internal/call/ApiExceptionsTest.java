package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiExceptionsTest {
  @ParameterizedTest
  @ValueSource(ints = {500, 599})
  void areServerErrorsFrom500To599(int status) {
    assertThat(ApiExceptions.of(error(status), "failed")).isInstanceOf(ServerErrorException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {499, 600})
  void areUnexpectedOutsideThatRange(int status) {
    assertThat(ApiExceptions.of(error(status), "odd"))
        .isInstanceOf(UnexpectedStatusException.class);
  }

  private static ApiError error(int status) {
    return ApiError.of(status);
  }
}
