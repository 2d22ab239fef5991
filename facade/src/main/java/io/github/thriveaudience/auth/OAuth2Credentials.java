package io.github.thriveaudience.auth;

import java.util.Set;

/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4). A client requests a token with them when it
 * needs one, and renews it in time.
 *
 * <pre>{@code
 * OAuth2Credentials credentials = Credentials.oauth2(tenantId, clientId, clientSecret)
 *     .withScopes(Scope.ALL)
 *     .withClientAuthentication(ClientAuthentication.REQUEST_BODY);
 * }</pre>
 */
public sealed interface OAuth2Credentials extends Credentials permits ClientCredentials {

  /**
   * A copy that requests these scopes in place of the service's {@linkplain
   * TokenService#defaultScope() default}.
   *
   * @param first a scope
   * @param more further scopes
   * @return the copy
   */
  OAuth2Credentials withScopes(Scope first, Scope... more);

  /**
   * A copy that authenticates at the token endpoint in this way. The API does not document which it
   * takes.
   *
   * @param clientAuthentication the way; default {@link ClientAuthentication#BASIC_HEADER}
   * @return the copy
   */
  OAuth2Credentials withClientAuthentication(ClientAuthentication clientAuthentication);

  /**
   * The Tenant ID, which is part of the token endpoint's address.
   *
   * @return the Tenant ID
   */
  String tenantId();

  /**
   * The scopes that a token of this service is requested with.
   *
   * @param service the service
   * @return the scopes that were set, or else the service's default
   * @throws IllegalArgumentException if the service does not grant one of them
   */
  Set<Scope> scopes(TokenService service);
}
