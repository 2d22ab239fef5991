package io.github.thriveaudience.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Calls;
import io.github.thriveaudience.internal.call.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembersErrorMessagesTest {
  @ParameterizedTest
  @MethodSource("io.github.thriveaudience.internal.http.StatusAdvice#ofBothEndpoints")
  void adviseByStatus(int status, String advice) {
    assertThat(MembersErrorMessages.of(Calls.OF_MEMBERS, error(status)))
        .startsWith("TEST responded with " + status + " for audience \"tech-team\": ")
        .contains(advice);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 304, 305, 306, 399})
  void callOtherStatusesNoRedirect(int status) {
    assertThat(MembersErrorMessages.of(Calls.OF_MEMBERS, error(status)))
        .doesNotContainIgnoringCase("redirect");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504, 599, 408})
  void nameRetryAfter(int status) {
    String seconds = "Wait for 300 s before the next one.";

    assertThat(message(errorWithRetryAfter(status, Duration.ofMinutes(5)))).endsWith(seconds);
    assertThat(message(errorWithRetryAfter(status, Duration.ofMillis(299_001)))).endsWith(seconds);
    assertThat(message(error(status))).doesNotContain("Wait for");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a\\b", "50%"})
  void adviseTheIdIfAGatewayMayRejectTheReference(String audience) {
    CallDescription call = ofMembers(audience);

    for (int status : List.of(400, 404, 414)) {
      assertThat(message(call, status))
          .contains("a slash, a backslash or a percent sign")
          .endsWith("use the audience's id instead.");
    }
    assertThat(message(call, 409)).doesNotContain("slash");
  }

  @Test
  void mentionSlashesOnlyIfThereAreAny() {
    for (int status : List.of(400, 404, 414)) {
      assertThat(message(ofMembers("R&D + #1"), status)).doesNotContain("slash");
    }
  }

  @Test
  void adviseTheIdIfTheReferenceIsTooLong() {
    CallDescription call = ofMembers("x".repeat(10_000));

    assertThat(message(call, 414))
        .contains("the address is too long", "Use the audience's id")
        .hasSizeLessThan(400);
    assertThat(call.toString()).hasSizeLessThan(400);
  }

  private static String message(ApiError error) {
    return MembersErrorMessages.of(Calls.OF_MEMBERS, error);
  }

  private static String message(CallDescription call, int status) {
    return MembersErrorMessages.of(call, error(status));
  }

  private static CallDescription ofMembers(String audience) {
    URI anywhere = URI.create("https://proxy.example.com");
    return CallDescription.ofMembers(new Endpoint("TEST", anywhere), audience);
  }

  private static ApiError error(int status) {
    return errorWithRetryAfter(status, null);
  }

  private static ApiError errorWithRetryAfter(int status, @Nullable Duration wait) {
    return ApiError.of(status).withRetryAfter(wait);
  }
}
