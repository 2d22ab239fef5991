package io.github.thriveaudience;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import java.util.Objects;
import java.util.Set;

/** The scopes that listing members needs (API reference, OAuth 2.0 scopes). */
final class ReadingScopes {
  private ReadingScopes() {}

  /**
   * Returns the credentials.
   *
   * @throws IllegalArgumentException if their scopes do not suffice
   */
  static Credentials check(Credentials credentials) {
    Objects.requireNonNull(credentials, "credentials");
    if (credentials instanceof OAuth2Credentials oauth2) {
      require(oauth2.scopes(TokenService.PUBLIC_API));
    }
    return credentials;
  }

  private static void require(Set<Scope> scopes) {
    if (!scopes.contains(Scope.READ) && !scopes.contains(Scope.ALL)) {
      throw new IllegalArgumentException(
          "credentials must have the scope api/read or api/all to list members");
    }
  }
}
