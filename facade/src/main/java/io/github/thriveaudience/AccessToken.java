package io.github.thriveaudience;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An access token, to be sent as {@code Authorization: Bearer <value>}. Immutable; {@code
 * toString()} does not show the value.
 *
 * @param value the token, a secret
 * @param scopes the scopes that the server granted, such as {@code api/webhooks}
 * @param expiresAt when it expires
 */
public record AccessToken(String value, List<String> scopes, Instant expiresAt) {

  /**
   * A token; the list is copied.
   *
   * @param value the token, a secret
   * @param scopes the scopes that the server granted
   * @param expiresAt when it expires
   */
  public AccessToken {
    Objects.requireNonNull(value, "value");
    scopes = List.copyOf(scopes);
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  @Override
  public String toString() {
    return "AccessToken[***, scopes=" + scopes + ", expiresAt=" + expiresAt + "]";
  }
}
