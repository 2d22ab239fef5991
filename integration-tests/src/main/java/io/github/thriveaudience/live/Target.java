package io.github.thriveaudience.live;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.TokenService;
import java.net.URI;

/** Where requests go. */
record Target(URI api, URI tokens) {

  static Target of(ThriveEnvironment environment, String tenantId) {
    return new Target(
        environment.apiBaseUri(), environment.tokenUri(TokenService.PUBLIC_API, tenantId));
  }
}
