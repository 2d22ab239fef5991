package io.github.thriveaudience.internal.call;

import java.net.URI;
import java.util.function.Supplier;

/** Calls that messages can speak of. */
public final class Calls {
  /** One for the members of an audience. */
  public static final CallDescription OF_MEMBERS =
      CallDescription.ofMembers(
          new Endpoint("TEST", URI.create("https://api.example.com")), "tech-team");

  /** One for a token. */
  public static final CallDescription OF_TOKEN =
      CallDescription.ofToken(new Endpoint("TEST", URI.create("https://api.example.com")));

  private Calls() {}

  /** Makes a call for members whose credentials cannot be renewed. */
  public static <T> T run(RetryExecutor retries, AttemptListener listener, Supplier<T> attempt) {
    return retries.run(OF_MEMBERS, listener, rejected -> false, context -> attempt.get());
  }
}
