package io.github.thriveaudience.internal.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A proxy that a builder was given, with its rules. No message and no text shows a password. */
final class ProxySettings {
  private static final int LARGEST_PORT = 65535;

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
    // RFC 7617, section 2: what is before the first colon is the user.
    require(user.indexOf(':') < 0, "proxy user must not contain a colon");
    text("proxy password", password);
    byte[] pair = (user + ':' + password).getBytes(UTF_8);
    return new ProxySettings(address, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Not resolved: the JDK does so for each connection, and {@code build()} asks no network. */
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
    if (host == null || host.isBlank()) {
      throw new IllegalArgumentException("proxy host must not be blank");
    }
    require(
        HOST.matcher(host).matches(),
        "proxy host must be the name or address of a host alone, without scheme, port, path, user"
            + " info and white space");
    require(port >= 1 && port <= LARGEST_PORT, "proxy port must be 1 to 65535, but was " + port);
    return InetSocketAddress.createUnresolved(host, port);
  }

  private static void text(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    require(
        value.chars().noneMatch(Character::isISOControl),
        name + " must not contain control characters; is there a line break at its end?");
    require(
        UTF_8.newEncoder().canEncode(value),
        name + " must be well-formed Unicode, but has half of a surrogate pair");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
