package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.internal.call.Endpoint;

/**
 * What access tokens are requested with.
 *
 * @param endpoint the whole address of the token endpoint
 * @param client the credentials, whose {@code toString()} shows no secret
 * @param scope the scopes to request, separated by spaces
 */
public record TokenParameters(Endpoint endpoint, TokenClient client, String scope)
    implements CheckedCredentials {

  @Override
  public String tenantId() {
    return client.tenantId();
  }

  @Override
  public boolean isOfSameKind(Object unchecked) {
    return unchecked instanceof TokenClient;
  }
}
