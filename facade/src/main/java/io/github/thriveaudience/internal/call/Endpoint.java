package io.github.thriveaudience.internal.call;

import java.net.URI;

/**
 * Where requests go.
 *
 * @param name what messages call it: the environment, or the base URI where there is none
 * @param baseUri what the paths of the spec are appended to, without a slash at its end
 */
public record Endpoint(String name, URI baseUri) {

  /** The name for those who shall see no Tenant ID: that of a token endpoint's address has one. */
  String nameWithoutPath() {
    return name.replace(baseUri.toString(), baseUri.resolve("/").toString());
  }
}
