package io.github.thriveaudience.internal.token;

/**
 * Credentials of HTTP Basic. They are separate from the public type so that users cannot read the
 * secret.
 */
public interface BasicClient extends CheckedCredentials {

  /** The value of the header {@code Authorization}. */
  String authorization();

  @Override
  default boolean isOfSameKind(Object unchecked) {
    return unchecked instanceof BasicClient;
  }
}
