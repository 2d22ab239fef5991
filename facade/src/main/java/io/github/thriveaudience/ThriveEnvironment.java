package io.github.thriveaudience;

import io.github.thriveaudience.api.Parameters;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.internal.config.PathSegments;
import java.net.URI;

/**
 * The environments of the Thrive Learning public API. Each has credentials, Tenant IDs and
 * audiences of its own.
 */
public enum ThriveEnvironment {
  /** Production: {@code https://public.api.learn.link/rest/v1}. */
  PRODUCTION("api.learn.link"),

  /** Staging: {@code https://public.api.learnstaging.link/rest/v1}. */
  STAGING("api.learnstaging.link"),

  /** Production, Middle East and Africa: {@code https://public.api.mea.learn.tech/rest/v1}. */
  PRODUCTION_MEA("api.mea.learn.tech"),

  /** Staging, Middle East and Africa: {@code https://public.api.meastaging.learn.tech/rest/v1}. */
  STAGING_MEA("api.meastaging.learn.tech");

  private final String domain;

  ThriveEnvironment(String domain) {
    this.domain = domain;
  }

  /**
   * Returns the address that the paths of the API are appended to.
   *
   * @return the base URI, without a slash at its end
   */
  public URI apiBaseUri() {
    return URI.create("https://public." + domain + "/rest/v1");
  }

  /**
   * Returns the address where access tokens are requested (API reference, OAuth 2.0 client
   * credentials).
   *
   * @param service the API that the token is for
   * @param tenantId the Tenant ID; it is encoded as one path segment
   * @return the URI
   * @throws IllegalArgumentException if the Tenant ID is blank, {@code .}, {@code ..} or not
   *     well-formed Unicode, which cannot be a path segment
   */
  public URI tokenUri(TokenService service, String tenantId) {
    PathSegments.check("tenantId", tenantId);
    String segment = new Parameters.Encoded().expand(tenantId);
    return URI.create("https://" + host(service) + domain + "/oauth2/token/" + segment);
  }

  /** Whether an address is on one of this environment's hosts. */
  boolean owns(URI uri) {
    for (TokenService service : TokenService.values()) {
      if (isHost(uri, service)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address is on the host that issues tokens of a service. */
  boolean isHost(URI uri, TokenService service) {
    return uri.getHost().equalsIgnoreCase(host(service) + domain);
  }

  private static String host(TokenService service) {
    return switch (service) {
      case PUBLIC_API -> "public.";
      case WEBHOOKS -> "user.";
    };
  }
}
