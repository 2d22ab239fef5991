package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.http.Connection;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/** Puts a cache in front of a token endpoint. */
public final class Tokens {
  /**
   * A request for a token is rare, about one an hour, so a thread that ends with it is cheaper than
   * one that waits for the next. It takes nothing over from the caller.
   */
  private static final Executor OWN_THREAD =
      task -> {
        Thread thread = new Thread(null, task, "thrive-token-request", 0, false);
        thread.setDaemon(true);
        thread.start();
      };

  private Tokens() {}

  /**
   * A cache of tokens.
   *
   * @param endpoint the whole address of the token endpoint
   * @param scope the scopes to ask for, separated by spaces
   */
  public static TokenCache cached(
      Endpoint endpoint, TokenClient client, String scope, Connection connection) {
    return new TokenCache(
        new TokenGateway(endpoint, client, scope, connection),
        connection.time(),
        OWN_THREAD,
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
