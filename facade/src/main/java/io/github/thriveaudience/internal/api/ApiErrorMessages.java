package io.github.thriveaudience.internal.api;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.http.ErrorMessages;

/** The messages of errors of the API. */
final class ApiErrorMessages {
  private ApiErrorMessages() {}

  static String of(CallDescription call, ApiError error) {
    return call.operation() == Operation.LIST_MEMBERS
        ? MembersErrorMessages.of(call, error)
        : ErrorMessages.describe(call, error.status(), advice(call, error));
  }

  private static String advice(CallDescription call, ApiError error) {
    return switch (error.status()) {
      case 400 -> "the request is not valid. apiMessage() may say why.";
      case 403 -> "the credentials are valid but do not allow this request.";
      case 404 ->
          "the API does not know it. Check its spelling, and that it belongs to this environment.";
      case 409 -> "the request conflicts with the state on the server. apiMessage() may say why.";
      case 414 -> "the address is too long for the server or a gateway before it.";
      default -> MembersErrorMessages.advice(call, error);
    };
  }
}
