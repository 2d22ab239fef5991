package io.github.thriveaudience.internal;

import io.github.thriveaudience.error.ApiError;

/** What a person reads of an error: what happened, where, and what to try. */
final class ErrorMessages {
  private ErrorMessages() {}

  static String describe(Call call, ApiError error) {
    String id = error.requestId() == null ? "" : " Request id: " + error.requestId() + '.';
    return "%s answered %d for %s: %s%s"
        .formatted(call.destination(), error.status(), call.subject(), advice(call, error), id);
  }

  private static String advice(Call call, ApiError error) {
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
      case 429 -> "too many requests. " + wait(error);
      default -> furtherAdvice(error.status());
    };
  }

  private static String wait(ApiError error) {
    return error.retryAfter() == null
        ? "Wait before the next one."
        : "Wait for " + error.retryAfter().toSeconds() + " s before the next one.";
  }

  private static String furtherAdvice(int status) {
    if (status >= 500 && status < 600) {
      return "the server or a gateway before it failed. Try again later.";
    }
    if (status >= 300 && status < 400) {
      return "a redirect, which is never followed, since it could take the credentials elsewhere."
          + " Check the base URI.";
    }
    return "the API reference does not list this status.";
  }
}
