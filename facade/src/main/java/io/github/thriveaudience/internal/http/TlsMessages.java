package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.http.JdkFailures.Kind;
import org.jspecify.annotations.Nullable;

/** The messages of TLS handshakes that would fail again. */
final class TlsMessages {
  private TlsMessages() {}

  /** Why the handshake failed and what to try, or null for any other failure. */
  static @Nullable String of(Kind kind, CallDescription call) {
    return switch (kind) {
      case NOT_TRUSTED ->
          "its certificate is not trusted. Where a proxy opens TLS, or the authority is your own, set"
              + " sslContext, or a trust store that has it.";
      case EXPIRED -> "its certificate has expired. Check this machine's clock, too.";
      case NOT_YET_VALID -> "its certificate is not yet valid. Check this machine's clock.";
      case WRONG_HOST -> "its certificate is not for this host. Check the address.";
      case NO_COMMON_TLS ->
          "client and server have no protocol version or cipher suite in common. Check what the"
              + " server, and this Java, allow.";
      case HANDSHAKE_REFUSED ->
          "the server found no protocol version or cipher suite in common with this client, or it"
              + " requires a client certificate: set one with sslContext.";
      case UNKNOWN_SERVER_NAME ->
          Texts.format(
              "the server does not know the host name %s. Check the address.",
              call.endpoint().baseUri().getHost());
      case CLIENT_CERTIFICATE ->
          "the server requires a client certificate, or rejected the one that it received. Set one"
              + " with sslContext.";
      default -> null;
    };
  }
}
