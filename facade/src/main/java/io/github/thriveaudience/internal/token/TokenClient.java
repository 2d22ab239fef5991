package io.github.thriveaudience.internal.token;

/**
 * The credentials of an OAuth client. They are separate from the public type so that users cannot
 * read the secret.
 */
public interface TokenClient {

  /** The Tenant ID. */
  String tenantId();

  /** The Client ID. */
  String clientId();

  /** The Client Secret. */
  String clientSecret();

  /** Whether id and secret go into the body rather than into a header. */
  boolean authenticatesInBody();
}
