package io.github.thriveaudience.internal.call;

import java.net.URI;
import java.util.function.Supplier;

/** Descriptions of calls. */
public final class Calls {
  /** A call for the members of an audience. */
  public static final CallDescription OF_MEMBERS =
      CallDescription.ofMembers(
          new Endpoint("TEST", URI.create("https://api.example.com")), "tech-team");

  /** A call for a token. */
  public static final CallDescription OF_TOKEN =
      CallDescription.ofToken(new Endpoint("TEST", URI.create("https://api.example.com")));

  private Calls() {}

  /** Runs a call for members whose credentials cannot be renewed. */
  public static <T> T run(RetryExecutor retries, CallOwner owner, Supplier<T> attempt) {
    return retries.run(OF_MEMBERS, owner, rejected -> false, context -> attempt.get());
  }
}
