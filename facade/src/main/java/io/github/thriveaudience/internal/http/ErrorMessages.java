package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Texts;
import java.time.Duration;

/** What a person reads of an error: what happened, where, and what to try. */
public final class ErrorMessages {
  private static final String NOT_LISTED = "the API reference does not list this status.";

  private ErrorMessages() {}

  public static String ofMembers(CallDescription call, ApiError error) {
    return describe(call, error.status(), membersAdvice(call, error));
  }

  public static String ofToken(CallDescription call, ApiError error) {
    return describe(call, error.status(), tokenAdvice(call, error));
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
    return describe(call, status, advice);
  }

  private static String describe(CallDescription call, int status, String advice) {
    return Texts.format(
        "%s answered %d for %s: %s", call.destination(), status, call.subject(), advice);
  }

  private static String clientAdvice(CallDescription call) {
    return "the client was not accepted. Check the Client ID and the Client Secret, which are not"
        + " the Tenant ID and the API secret, and that they belong to "
        + call.destination()
        + '.';
  }

  private static String tokenAdvice(CallDescription call, ApiError error) {
    return switch (error.status()) {
      case 400 -> "the request is not valid. Check the Tenant ID.";
      case 401, 403 -> clientAdvice(call);
      case 404 -> "there is no such token endpoint. Check the Tenant ID and its environment.";
      case 414 -> "the address is too long. Check the Tenant ID.";
      default -> commonAdvice(error);
    };
  }

  private static String membersAdvice(CallDescription call, ApiError error) {
    return switch (error.status()) {
      case 400 -> "the request is not valid. apiMessage() may say why." + oddReference(call);
      case 401 ->
          "the credentials were not accepted. Check that they belong to "
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
      default -> commonAdvice(error);
    };
  }

  private static String oddReference(CallDescription call) {
    return call.gatewaysMayRefuse()
        ? " The reference has a slash, a backslash or a percent sign, which many servers refuse in"
            + " an address before the API sees it: use the audience's id instead."
        : "";
  }

  private static String wait(ApiError error, String otherwise) {
    Duration asked = error.retryAfter();
    // A part of a second counts as one: nobody should come too early.
    return asked == null
        ? otherwise
        : "Wait for " + asked.plusNanos(999_999_999).toSeconds() + " s before the next one.";
  }

  private static String commonAdvice(ApiError error) {
    int status = error.status();
    if (status == 429) {
      return "too many requests. " + wait(error, "Wait before the next one.");
    }
    if (status / 100 == 5) {
      return "the server or a gateway before it failed. " + wait(error, "Try again later.");
    }
    if (status == 407) {
      return "a proxy on the way asks for credentials, or did not accept those that it got. Set them"
          + " with proxy(host, port, user, password) of the builder; the JDK sends them only where"
          + " the system property jdk.http.auth.tunneling.disabledSchemes was empty from the start.";
    }
    return status / 100 == 3 ? elsewhere(status) : unlisted(error);
  }

  /** What is no success and no error (RFC 9110, section 15.4). */
  private static String elsewhere(int status) {
    return switch (status) {
      case 300 ->
          "several choices, of which the client takes none. Check baseUri, or tokenUri, and what is"
              + " between this machine and the server.";
      case 301, 302, 303, 307, 308 ->
          "a redirect, which is never followed, since it could take the credentials elsewhere."
              + " Check baseUri, or tokenUri.";
      case 304 ->
          "not modified, though the client keeps no earlier response that this could mean. Check"
              + " any cache or proxy on the way.";
      default -> NOT_LISTED;
    };
  }

  private static String unlisted(ApiError error) {
    return error.retryAfter() == null ? NOT_LISTED : NOT_LISTED + ' ' + wait(error, "");
  }
}
