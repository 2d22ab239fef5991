package io.github.thriveaudience.internal.config;

import static io.github.thriveaudience.internal.config.Arguments.require;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** The rules for an address that credentials are sent to. */
public final class Addresses {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[(0*:)*:?0*1]");

  private Addresses() {}

  /** Returns a URI to append paths to, without a slash at its end. */
  public static URI checkBase(String name, URI uri) {
    return URI.create(check(name, uri).toString().replaceFirst("/+$", ""));
  }

  /**
   * Returns the URI, with its scheme in lower case.
   *
   * @throws IllegalArgumentException if it breaks a rule; the message names the rule
   */
  public static URI check(String name, URI uri) {
    Objects.requireNonNull(uri, name);
    require(uri.getHost() != null, name, "must be absolute and name a host");
    require(isSafe(uri), name, "must be https; http is for loopback hosts only");
    require(uri.getRawUserInfo() == null, name, "must not carry user info; use credentials");
    require(uri.getRawQuery() == null, name, "must not have a query");
    require(uri.getRawFragment() == null, name, "must not have a fragment");
    require(uri.getPort() != 0 && uri.getPort() <= 65535, name, "must have a port of 1 to 65535");
    // Feign recognizes only a scheme in lower case.
    String afterScheme = uri.toString().substring(uri.getScheme().length());
    return URI.create(lowerCase(uri.getScheme()) + afterScheme);
  }

  /** The address without its port if that is a loopback one: test servers get another each time. */
  public static String withoutLoopbackPort(URI uri) {
    return isLoopback(uri.getHost())
        ? uri.toString().replaceFirst(":" + uri.getPort() + "(?=/|$)", "")
        : uri.toString();
  }

  private static boolean isSafe(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme())
        || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost()));
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.matcher(lowerCase(host)).matches();
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
