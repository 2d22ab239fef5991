package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudienceMembersClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The cause of a row of the troubleshooting table. */
interface Cause {

  /** Provokes it, and returns what the user sees. */
  String provoke(SnippetServer server) throws Exception;

  /** What a user sees of an exception. */
  static String thrownBy(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    return thrown == null
        ? "nothing is thrown"
        : thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
  }

  /** What a user sees who reads the first page of an audience. */
  static String reading(AudienceMembersClient.Builder settings, String audience) {
    try (AudienceMembersClient client = settings.build()) {
      return thrownBy(() -> client.members(audience).page(1));
    }
  }

  /** The same for an audience that the stubs know. */
  static String reading(AudienceMembersClient.Builder settings) {
    return reading(settings, "tech-team");
  }
}
