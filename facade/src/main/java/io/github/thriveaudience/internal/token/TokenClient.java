package io.github.thriveaudience.internal.token;

/**
 * What requests tokens. It is apart from the public type of credentials so that no secret can be
 * read there.
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
