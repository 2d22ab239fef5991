package io.github.thriveaudience.spring;

import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Credentials with the settings that are no secrets.
 *
 * @param secrets may change
 * @param scopes empty for the default of the service
 */
record ScopedCredentials(
    Supplier<OAuth2Credentials> secrets, Set<Scope> scopes, ClientAuthentication how)
    implements Supplier<OAuth2Credentials> {

  @Override
  public OAuth2Credentials get() {
    OAuth2Credentials credentials = secrets.get().withClientAuthentication(how);
    Scope[] all = scopes.toArray(new Scope[0]);
    return all.length == 0 ? credentials : credentials.withScopes(all[0], all);
  }

  @Override
  public String toString() {
    return secrets.toString();
  }
}
