package io.github.thriveaudience.internal.config;

import static io.github.thriveaudience.internal.config.Arguments.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy and the rules for it. Neither a message nor {@code toString()} shows a password.
 */
final class ProxySettings {
  private static final int MAX_PORT = 65535;

  /** A name or an IPv4 address, or an IPv6 address with or without brackets. */
  private static final Pattern HOST =
      Pattern.compile("[^\\s\\p{Z}\\p{Cntrl}:/\\\\@?#\\[\\]]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

  private final InetSocketAddress address;
  private final @Nullable String authorization;

  private ProxySettings(InetSocketAddress address, @Nullable String authorization) {
    this.address = address;
    this.authorization = authorization;
  }

  static ProxySettings of(String host, int port) {
    return new ProxySettings(address(host, port), null);
  }

  static ProxySettings of(String host, int port, String user, String password) {
    InetSocketAddress address = address(host, port);
    text("proxy user", user);
    // RFC 7617, section 2: the user ends at the first colon.
    require(user.indexOf(':') < 0, "proxy user", "must not contain a colon");
    text("proxy password", password);
    byte[] pair = (user + ':' + password).getBytes(UTF_8);
    return new ProxySettings(address, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Not resolved: the JDK does so for each connection, and {@code build()} sends nothing. */
  InetSocketAddress address() {
    return address;
  }

  /** The value of the header {@code Proxy-Authorization}, or null if there is none. */
  @Nullable String authorization() {
    return authorization;
  }

  @Override
  public String toString() {
    return address.getHostString() + ':' + address.getPort();
  }

  private static InetSocketAddress address(@Nullable String host, int port) {
    String given = orBlank(host);
    Arguments.notBlank("proxy host", given);
    require(
        HOST.matcher(given).matches(),
        "proxy host",
        "must be the name or address of a host alone, without scheme, port, path, user info and"
            + " white space");
    return InetSocketAddress.createUnresolved(
        given, Arguments.inRange("proxy port", port, MAX_PORT));
  }

  private static void text(String name, @Nullable String value) {
    Arguments.text(name, orBlank(value));
  }

  /** Properties that are not set are often null: they break the rule for blank ones. */
  private static String orBlank(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
