package io.github.thriveaudience.internal.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the proxy that an HTTP client uses, so that messages can name it. */
final class Proxies {
  private Proxies() {}

  /** The proxy for an address, or null if there is none. */
  static @Nullable InetSocketAddress between(HttpClient http, URI uri) {
    ProxySelector selector = http.proxy().orElse(ProxySelector.getDefault());
    return selector == null ? null : first(selector, uri);
  }

  /** The JDK's client uses only the first. */
  private static @Nullable InetSocketAddress first(ProxySelector selector, URI uri) {
    try {
      List<Proxy> proxies = selector.select(uri);
      return proxies != null
              && !proxies.isEmpty()
              && proxies.get(0).type() == Proxy.Type.HTTP
              && proxies.get(0).address() instanceof InetSocketAddress address
          ? address
          : null;
    } catch (RuntimeException e) {
      // Thrown by the user's selector. The request has failed already, and that failure counts.
      return null;
    }
  }
}
