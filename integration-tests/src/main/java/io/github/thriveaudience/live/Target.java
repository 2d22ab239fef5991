package io.github.thriveaudience.live;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.TokenService;
import java.net.URI;

/** The addresses of the API and of its token endpoint. */
record Target(URI api, URI tokens) {

  static Target of(ThriveEnvironment environment, String tenantId) {
    return new Target(
        environment.apiBaseUri(), environment.tokenUri(TokenService.PUBLIC_API, tenantId));
  }
}
