package io.github.thriveaudience;

import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.Token;
import io.github.thriveaudience.internal.token.TokenCache;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Access tokens from a token endpoint. */
final class DefaultAccessTokens implements AccessTokens {
  static final String CLOSED = "these access tokens are closed";

  private final Connection connection;
  private volatile @Nullable TokenCache cache;

  DefaultAccessTokens(Connection connection, TokenCache cache) {
    this.connection = connection;
    this.cache = cache;
  }

  @Override
  public AccessToken current() {
    Token token = open().current();
    return new AccessToken(token.value(), token.scopes(), token.expiresAt());
  }

  @Override
  public void invalidate(AccessToken rejected) {
    open().invalidate(Objects.requireNonNull(rejected, "rejected").value());
  }

  @Override
  public void close() {
    cache = null;
    connection.close();
  }

  private TokenCache open() {
    TokenCache open = cache;
    if (open == null) {
      throw new IllegalStateException(CLOSED);
    }
    return open;
  }
}
