package io.github.thriveaudience.auth;

/** The services of an environment that issue access tokens, each for one API. */
public enum TokenService {
  /** Tokens for the public API, which lists members. */
  PUBLIC_API,

  /** Tokens for the webhooks API. */
  WEBHOOKS
}
