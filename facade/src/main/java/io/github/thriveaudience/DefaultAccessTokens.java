package io.github.thriveaudience;

import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.SuppliedTokens;
import io.github.thriveaudience.internal.token.Token;
import java.util.Objects;

/** Access tokens from a token endpoint. */
final class DefaultAccessTokens implements AccessTokens {
  static final String CLOSED = "these access tokens are closed";

  private final Connection connection;
  private final SuppliedTokens tokens;

  DefaultAccessTokens(Connection connection, SuppliedTokens tokens) {
    this.connection = connection;
    this.tokens = tokens;
  }

  @Override
  public AccessToken current() {
    connection.requireUsable();
    Token token = tokens.current();
    return new AccessToken(token.value(), token.scopes(), token.expiresAt());
  }

  @Override
  public void invalidate(AccessToken rejected) {
    connection.lifetime().requireOpen();
    tokens.invalidate(Objects.requireNonNull(rejected, "rejected").value());
  }

  @Override
  public void close() {
    connection.close();
  }
}
