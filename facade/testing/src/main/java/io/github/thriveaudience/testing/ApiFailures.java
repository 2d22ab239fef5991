package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.internal.api.MembersErrorMessages;
import io.github.thriveaudience.internal.call.ApiExceptions;
import io.github.thriveaudience.internal.call.CallDescription;

/** Exceptions with the messages that the client gives them. */
final class ApiFailures {
  private static final int MIN_STATUS = 100;
  private static final int MAX_STATUS = 599;

  private ApiFailures() {}

  static ThriveApiException of(CallDescription call, int status) {
    return of(call, ApiError.of(requireError(status)));
  }

  static ThriveApiException of(CallDescription call, ApiError error) {
    return ApiExceptions.of(error, MembersErrorMessages.of(call, error));
  }

  /** Checks that a status is one that the client has an exception for. */
  static int requireError(int status) {
    if (status < MIN_STATUS || status > MAX_STATUS || status / 100 == 2) {
      throw new IllegalArgumentException(
          "status must be one of an error, 100 to 599 and not 2xx, but was " + status);
    }
    return status;
  }
}
