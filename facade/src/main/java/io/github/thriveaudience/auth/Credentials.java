package io.github.thriveaudience.auth;

/**
 * What a client authenticates with. Immutable, safe to share between clients and threads; {@code
 * toString()} shows no secret.
 *
 * <p>Staging and production have different credentials and different Tenant IDs.
 */
public sealed interface Credentials permits BasicCredentials, OAuth2Credentials {

  /**
   * HTTP Basic authentication with the API secret of a tenant (RFC 7617, in UTF-8).
   *
   * @param tenantId the Tenant ID, such as {@code eu-west-2_AbcdEfghI}: not blank, without a colon
   *     and without control characters (RFC 7617, section 2)
   * @param apiSecret the API secret: not blank, without control characters
   * @return the credentials
   * @throws IllegalArgumentException if an argument breaks its rule
   */
  static Credentials basic(String tenantId, String apiSecret) {
    return new BasicCredentials(tenantId, apiSecret);
  }

  /**
   * OAuth 2.0 client credentials, with {@code api/read} as the scope unless another is {@linkplain
   * OAuth2Credentials#withScopes set}. The Client ID and the Client Secret are not the Tenant ID
   * and the API secret.
   *
   * @param tenantId the Tenant ID, such as {@code eu-west-2_AbcdEfghI}: not blank, without control
   *     characters, neither {@code .} nor {@code ..}, since it becomes a part of an address
   * @param clientId the Client ID: not blank, without control characters
   * @param clientSecret the Client Secret: not blank, without control characters
   * @return the credentials
   * @throws IllegalArgumentException if an argument breaks its rule
   */
  static OAuth2Credentials oauth2(String tenantId, String clientId, String clientSecret) {
    return new ClientCredentials(tenantId, clientId, clientSecret);
  }
}
