package io.github.thriveaudience.auth;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a client authenticates with. Immutable, safe to share between clients and threads; {@code
 * toString()} shows no secret. Credentials are equal if all that they hold is equal.
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

  /**
   * A supplier of HTTP Basic credentials from two files, such as those that an orchestrator mounts:
   * for {@code credentials(Supplier)} of the builder. It reads the files each time that it is
   * asked, so that a client finds a new secret when the API rejects the old one. It follows
   * symbolic links.
   *
   * <p>A file has the value in UTF-8, without a byte order mark, in at most 64 KiB. One line break
   * at its end (LF or CRLF) does not belong to the value. Everything else does: no space is
   * removed, and further line breaks are refused. The values have the rules of {@link #basic}.
   *
   * @param tenantId the file with the Tenant ID
   * @param apiSecret the file with the API secret
   * @return a thread-safe supplier, whose {@code toString()} shows the paths alone; if a file
   *     cannot be used, it throws an {@link java.io.UncheckedIOException} that names it
   */
  static Supplier<Credentials> fromFiles(Path tenantId, Path apiSecret) {
    return FileCredentials.basic(tenantId, apiSecret);
  }

  /**
   * A supplier of OAuth 2.0 client credentials from three files: see {@link #fromFiles(Path,
   * Path)}. The values have the rules of {@link #oauth2}. For scopes, write {@code () ->
   * files.get().withScopes(Scope.ALL)}.
   *
   * @param tenantId the file with the Tenant ID
   * @param clientId the file with the Client ID
   * @param clientSecret the file with the Client Secret
   * @return a thread-safe supplier, whose {@code toString()} shows the paths alone; if a file
   *     cannot be used, it throws an {@link java.io.UncheckedIOException} that names it
   */
  static Supplier<OAuth2Credentials> fromFiles(Path tenantId, Path clientId, Path clientSecret) {
    return FileCredentials.oauth2(tenantId, clientId, clientSecret);
  }
}
