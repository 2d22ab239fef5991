package io.github.thriveaudience.internal.token;

import java.time.Instant;
import java.util.List;

/**
 * An access token.
 *
 * @param value what is sent
 * @param scopes what it allows
 * @param requestedAt when it was requested, where its lifetime begins
 * @param expiresAt when it expires
 */
public record Token(String value, List<String> scopes, Instant requestedAt, Instant expiresAt) {

  /** Shows no token. */
  @Override
  public String toString() {
    return "Token[***, scopes=" + scopes + ", expiresAt=" + expiresAt + "]";
  }
}
