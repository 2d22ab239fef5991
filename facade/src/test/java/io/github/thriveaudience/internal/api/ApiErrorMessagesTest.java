package io.github.thriveaudience.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Calls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApiErrorMessagesTest {
  /** Any operation but that of the members. */
  private static final CallDescription OF_USER =
      CallDescription.of(Operation.REQUEST_TOKEN, Calls.OF_MEMBERS.endpoint(), "user", "jane");

  @ParameterizedTest
  @MethodSource("io.github.thriveaudience.internal.http.StatusAdvice#ofBothEndpoints")
  void adviseByStatus(int status, String advice) {
    assertThat(message(OF_USER, status))
        .startsWith("TEST responded with " + status + " for user \"jane\": ")
        .contains(advice);
  }

  @ParameterizedTest
  @CsvSource({
    "400, the request is not valid",
    "403, do not allow this request",
    "404, the API does not know it",
    "409, conflicts with the state",
    "414, too long",
  })
  void speakOfNoAudience(int status, String advice) {
    assertThat(message(OF_USER, status)).contains(advice).doesNotContainIgnoringCase("audience");
  }

  @Test
  void areThoseOfTheMembersForTheMembers() {
    for (int status : List.of(400, 401, 403, 404, 409, 414, 422, 429, 500)) {
      assertThat(message(Calls.OF_MEMBERS, status))
          .isEqualTo(MembersErrorMessages.of(Calls.OF_MEMBERS, error(status)));
    }
  }

  private static String message(CallDescription call, int status) {
    return ApiErrorMessages.of(call, error(status));
  }

  private static ApiError error(int status) {
    return ApiError.of(status);
  }
}
