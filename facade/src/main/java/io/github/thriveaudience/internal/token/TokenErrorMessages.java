package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.http.ErrorMessages;

/** The messages of errors of the token endpoint. */
public final class TokenErrorMessages {
  private TokenErrorMessages() {}

  static String of(CallDescription call, ApiError error) {
    return ErrorMessages.describe(call, error.status(), advice(call, error));
  }

  public static String ofRefusal(CallDescription call, int status, String error, String scope) {
    String advice =
        switch (error) {
          case "invalid_client" -> clientAdvice(call);
          case "invalid_scope" ->
              "invalid_scope. Check that this client may have the scopes " + scope + '.';
          case "unauthorized_client" ->
              "unauthorized_client. Check that this client may use client credentials.";
          case "invalid_request" ->
              "invalid_request. Check the Tenant ID, and whether the server wants the client in the"
                  + " request's body.";
          default -> "the request was refused. error() and errorDescription() may say why.";
        };
    return ErrorMessages.describe(call, status, advice);
  }

  private static String advice(CallDescription call, ApiError error) {
    return switch (error.status()) {
      case 400 -> "the request is not valid. Check the Tenant ID.";
      case 401, 403 -> clientAdvice(call);
      case 404 -> "there is no such token endpoint. Check the Tenant ID and its environment.";
      case 414 -> "the address is too long. Check the Tenant ID.";
      default -> ErrorMessages.commonAdvice(error);
    };
  }

  private static String clientAdvice(CallDescription call) {
    return "the client was rejected. Check the Client ID and the Client Secret, which are not"
        + " the Tenant ID and the API secret, and that they belong to "
        + call.destination()
        + '.';
  }
}
