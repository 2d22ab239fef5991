package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.internal.call.CallContext;

/** Sends the current secret with each request, and asks for another one if it is rejected. */
final class BasicAuthentication implements Authentication {
  private final SuppliedCredentials credentials;

  /**
   * Authentication by a secret.
   *
   * @param credentials were asked for before
   */
  BasicAuthentication(SuppliedCredentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public String authorization(CallContext call) {
    return authorization(credentials.known());
  }

  private static String authorization(CheckedCredentials known) {
    return ((BasicClient) known).authorization();
  }

  @Override
  public boolean renew(CallContext rejected) {
    return credentials.replace(
        known -> authorization(known).equals(rejected.authorization()), rejected::left);
  }
}
