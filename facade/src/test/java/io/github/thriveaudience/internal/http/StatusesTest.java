package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import io.github.thriveaudience.internal.call.ApiExceptions;
import io.github.thriveaudience.internal.call.Calls;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    "300, several choices",
    "301, a redirect",
    "303, a redirect",
    "304, not modified",
    "305, does not list this status",
    "307, a redirect",
    "308, a redirect",
    "399, does not list this status",
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

  @ParameterizedTest
  @ValueSource(ints = {300, 304, 305, 306, 399})
  void areNoRedirectsIfTheyLeadNowhere(int status) {
    assertThat(ErrorMessages.ofMembers(Calls.OF_MEMBERS, error(status)))
        .doesNotContainIgnoringCase("redirect");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504, 599, 408})
  void nameTheWaitThatTheServerAsksFor(int status) {
    String seconds = "Wait for 300 s before the next one.";

    assertThat(messages(asking(status, Duration.ofMinutes(5)))).allMatch(m -> m.endsWith(seconds));
    assertThat(messages(asking(status, Duration.ofMillis(299_001))))
        .allMatch(m -> m.endsWith(seconds));
    assertThat(messages(error(status))).noneMatch(m -> m.contains("Wait for"));
  }

  private static List<String> messages(ApiError error) {
    return List.of(
        ErrorMessages.ofMembers(Calls.OF_MEMBERS, error),
        ErrorMessages.ofToken(Calls.OF_TOKEN, error));
  }

  private static ApiError error(int status) {
    return asking(status, null);
  }

  private static ApiError asking(int status, @Nullable Duration wait) {
    return ApiError.of(status).withRetryAfter(wait);
  }
}
