package io.github.thriveaudience;

import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.Token;
import io.github.thriveaudience.internal.token.TokenCache;
import java.util.Objects;

/** Access tokens from a token endpoint. */
final class DefaultAccessTokens implements AccessTokens {
  static final String CLOSED = "these access tokens are closed";

  private final Connection connection;
  private final TokenCache cache;

  DefaultAccessTokens(Connection connection, TokenCache cache) {
    this.connection = connection;
    this.cache = cache;
  }

  @Override
  public AccessToken current() {
    connection.lifetime().requireOpen();
    Token token = cache.current();
    return new AccessToken(token.value(), token.scopes(), token.expiresAt());
  }

  @Override
  public void invalidate(AccessToken rejected) {
    connection.lifetime().requireOpen();
    cache.invalidate(Objects.requireNonNull(rejected, "rejected").value());
  }

  @Override
  public void close() {
    connection.close();
  }
}
