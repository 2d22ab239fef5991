package io.github.thriveaudience.auth;

import java.util.EnumSet;
import java.util.Set;

/** The services of an environment that issue access tokens, each for one API. */
public enum TokenService {
  /** Tokens for the public API, which lists members. It grants all scopes but {@code WEBHOOKS}. */
  PUBLIC_API(Scope.READ, EnumSet.of(Scope.ALL, Scope.READ, Scope.WRITE)),

  /** Tokens for the webhooks API. It grants {@code WEBHOOKS} and {@code ALL}. */
  WEBHOOKS(Scope.WEBHOOKS, EnumSet.of(Scope.WEBHOOKS, Scope.ALL));

  private final Scope defaultScope;
  private final Set<Scope> granted;

  TokenService(Scope defaultScope, Set<Scope> granted) {
    this.defaultScope = defaultScope;
    this.granted = granted;
  }

  /**
   * The scope that is requested where none is set: the least that is of use.
   *
   * @return {@code READ} or {@code WEBHOOKS}
   */
  public Scope defaultScope() {
    return defaultScope;
  }

  /**
   * Whether this service issues tokens with a scope (API reference, OAuth 2.0 scopes).
   *
   * @param scope the scope
   * @return true if it does
   */
  public boolean grants(Scope scope) {
    return granted.contains(scope);
  }
}
