package io.github.thriveaudience.internal;

import io.github.thriveaudience.error.ApiError;

/** What a person reads of an error: what happened, where, and what to try. */
final class ErrorMessages {
  private ErrorMessages() {}

  static String ofMembers(Call call, ApiError error) {
    return describe(call, error.status(), membersAdvice(call, error));
  }

  static String ofToken(Call call, ApiError error) {
    return describe(call, error.status(), tokenAdvice(call, error));
  }

  static String ofRefusal(Call call, int status, String error, String scope) {
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
    return describe(call, status, advice);
  }

  private static String describe(Call call, int status, String advice) {
    return Texts.format(
        "%s answered %d for %s: %s", call.destination(), status, call.subject(), advice);
  }

  private static String clientAdvice(Call call) {
    return "the client was not accepted. Check the Client ID and the Client Secret, which are not"
        + " the Tenant ID and the API secret, and that they belong to "
        + call.destination()
        + '.';
  }

  private static String tokenAdvice(Call call, ApiError error) {
    return switch (error.status()) {
      case 400 -> "the request is not valid. Check the Tenant ID.";
      case 401, 403 -> clientAdvice(call);
      case 404 -> "there is no such token endpoint. Check the Tenant ID and its environment.";
      default -> commonAdvice(error);
    };
  }

  private static String membersAdvice(Call call, ApiError error) {
    return switch (error.status()) {
      case 400 -> "the request is not valid. apiMessage() may say why.";
      case 401 ->
          "the credentials were not accepted. Check that they belong to "
              + call.destination()
              + "; staging and production have different ones.";
      case 403 -> "the credentials are valid but do not allow reading audience members.";
      case 404 ->
          "there is no audience with this id or reference. Check its spelling, and that it belongs"
              + " to this environment.";
      case 409 -> "the request conflicts with the audience's state. apiMessage() may say why.";
      case 422 -> "the request cannot be processed. apiMessage() may say why.";
      default -> commonAdvice(error);
    };
  }

  private static String wait(ApiError error) {
    return error.retryAfter() == null
        ? "Wait before the next one."
        : "Wait for " + error.retryAfter().toSeconds() + " s before the next one.";
  }

  private static String commonAdvice(ApiError error) {
    int status = error.status();
    if (status == 429) {
      return "too many requests. " + wait(error);
    }
    if (status / 100 == 5) {
      return "the server or a gateway before it failed. Try again later.";
    }
    if (status == 407) {
      return "a proxy on the way asks for credentials, or did not accept those that it got. Set them"
          + " with proxy(host, port, user, password) of the builder; the JDK sends them only where"
          + " the system property jdk.http.auth.tunneling.disabledSchemes was empty from the start.";
    }
    if (status / 100 == 3) {
      return "a redirect, which is never followed, since it could take the credentials elsewhere."
          + " Check baseUri, or tokenUri.";
    }
    return "the API reference does not list this status.";
  }
}
