package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Texts;
import java.time.Duration;

/** The parts of a message that both endpoints share: what happened, where, and what to try. */
public final class ErrorMessages {
  private static final String NOT_LISTED = "the API reference does not list this status.";

  private ErrorMessages() {}

  /**
   * A message.
   *
   * @param advice what to try
   */
  public static String describe(CallDescription call, int status, String advice) {
    return Texts.format(
        "%s responded with %d for %s: %s", call.destination(), status, call.subject(), advice);
  }

  /** The advice for statuses that mean the same at both endpoints. */
  public static String commonAdvice(ApiError error) {
    int status = error.status();
    if (status == 429) {
      return "too many requests. " + wait(error, "Wait before the next one.");
    }
    if (status / 100 == 5) {
      return "the server or a gateway before it failed. " + wait(error, "Try again later.");
    }
    if (status == 407) {
      return "a proxy on the way requires credentials, or rejected those that it received. Set them"
          + " with proxy(host, port, user, password) of the builder; the JDK sends them only where"
          + " the system property jdk.http.auth.tunneling.disabledSchemes was empty from the start.";
    }
    return status / 100 == 3 ? elsewhere(status) : unlisted(error);
  }

  private static String wait(ApiError error, String otherwise) {
    Duration asked = error.retryAfter();
    // Rounded up, so that no retry comes too early.
    return asked == null
        ? otherwise
        : "Wait for " + asked.plusNanos(999_999_999).toSeconds() + " s before the next one.";
  }

  /** The advice for a redirection (RFC 9110, section 15.4). */
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
