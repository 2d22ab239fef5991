package io.github.thriveaudience.internal.call;

import java.net.URI;

/**
 * Where requests are sent.
 *
 * @param name its name in messages: the environment, or the base URI where there is none
 * @param baseUri the URI that the paths of the spec are appended to, without a slash at its end
 */
public record Endpoint(String name, URI baseUri) {

  /** The generated one would be linked at its first use, which a new JVM has to wait for. */
  @Override
  public int hashCode() {
    return baseUri.hashCode();
  }

  /** The name without a path: the path of a token endpoint holds the Tenant ID. */
  String nameWithoutPath() {
    return name.replace(baseUri.toString(), baseUri.resolve("/").toString());
  }
}
