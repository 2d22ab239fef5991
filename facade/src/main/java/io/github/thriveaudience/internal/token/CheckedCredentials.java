package io.github.thriveaudience.internal.token;

/**
 * Credentials that obey the rules of the client that they are for. They are equal if all that they
 * hold is equal.
 */
public interface CheckedCredentials {

  /** The Tenant ID. */
  String tenantId();

  /**
   * Whether credentials are of this kind.
   *
   * @param unchecked the credentials, as users know them
   */
  boolean isOfSameKind(Object unchecked);
}
