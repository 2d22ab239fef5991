package io.github.thriveaudience.internal;

import java.net.URI;

/**
 * Where requests go.
 *
 * @param name what messages call it: the environment, or the base URI where there is none
 * @param baseUri what the paths of the spec are appended to, without a slash at its end
 */
public record Destination(String name, URI baseUri) {}
