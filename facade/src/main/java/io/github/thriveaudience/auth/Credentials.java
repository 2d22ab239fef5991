package io.github.thriveaudience.auth;

/**
 * What a client authenticates with. Immutable, safe to share between clients and threads; {@code
 * toString()} shows no secret.
 *
 * <p>Staging and production have different credentials and different Tenant IDs.
 */
public sealed interface Credentials permits BasicCredentials {

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
}
