package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.http.Connection;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/** Puts a cache in front of a token endpoint. */
public final class Tokens {
  /** A thread for each request: there is about one an hour. It inherits nothing from the caller. */
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
   * @param scope the scopes to request, separated by spaces
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
