package io.github.thriveaudience.internal.api;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.http.ErrorMessages;

/** The messages of errors of the members endpoint. */
public final class MembersErrorMessages {
  private MembersErrorMessages() {}

  public static String of(CallDescription call, ApiError error) {
    return ErrorMessages.describe(call, error.status(), advice(call, error));
  }

  static String advice(CallDescription call, ApiError error) {
    return switch (error.status()) {
      case 400 -> "the request is not valid. apiMessage() may say why." + oddReference(call);
      case 401 ->
          "the credentials were rejected. Check that they belong to "
              + call.destination()
              + "; staging and production have different ones.";
      case 403 -> "the credentials are valid but do not allow reading audience members.";
      case 404 ->
          "there is no audience with this id or reference. Check its spelling, and that it belongs"
              + " to this environment."
              + oddReference(call);
      case 414 ->
          "the address is too long for the server or a gateway before it. Use the audience's id in"
              + " place of its reference."
              + oddReference(call);
      case 409 -> "the request conflicts with the audience's state. apiMessage() may say why.";
      case 422 -> "the request cannot be processed. apiMessage() may say why.";
      default -> ErrorMessages.commonAdvice(error);
    };
  }

  private static String oddReference(CallDescription call) {
    return call.gatewaysMayRefuse()
        ? " The reference has a slash, a backslash or a percent sign, which many servers refuse in"
            + " an address before the API sees it: use the audience's id instead."
        : "";
  }
}
