package io.github.thriveaudience.auth;

/** The services of an environment that issue access tokens, each for one API. */
public enum TokenService {
  /** Tokens for the public API, which lists members. It grants all scopes but {@code WEBHOOKS}. */
  PUBLIC_API(Scope.READ),

  /** Tokens for the webhooks API. It grants {@code WEBHOOKS} and {@code ALL}. */
  WEBHOOKS(Scope.WEBHOOKS);

  private final Scope defaultScope;

  TokenService(Scope defaultScope) {
    this.defaultScope = defaultScope;
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
    return switch (scope) {
      case ALL -> true;
      case READ, WRITE -> this == PUBLIC_API;
      case WEBHOOKS -> this == WEBHOOKS;
    };
  }
}
