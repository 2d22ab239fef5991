package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Servers with the certificates of {@code src/test/tls}. One authority, which Java does not trust,
 * signed them: {@code good} is for localhost, {@code expired} has expired, {@code future} is not
 * yet valid, and {@code other} is for another host.
 */
public final class Tls {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** Reading one takes some 10 ms, since its key is derived from the password. */
  private static final Map<String, KeyStore> STORES = new ConcurrentHashMap<>();

  private Tls() {}

  /** Trusts the authority, and has no client certificate. */
  public static SSLContext trusting() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust().getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Trusts the authority, and has a client certificate. */
  static SSLContext withCertificate() {
    return withKeyOf("good");
  }

  private static SSLContext withKeyOf(String certificate) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store(certificate), PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust().getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server socket with this certificate. */
  public static ServerSocket socket(String certificate, Consumer<SSLServerSocket> setUp) {
    try {
      SSLServerSocket socket =
          (SSLServerSocket)
              withKeyOf(certificate)
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, Sockets.LOCAL);
      setUp.accept(socket);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Options of a server with an https port. */
  static WireMockConfiguration wireMock() {
    return options()
        .bindAddress("127.0.0.1")
        .dynamicPort()
        .dynamicHttpsPort()
        .keystorePath(file("good").toString())
        .keystoreType("PKCS12")
        .keystorePassword(new String(PASSWORD))
        .keyManagerPassword(new String(PASSWORD));
  }

  /** Resets a connection rather than closing it. */
  static void reset(Socket connection) throws IOException {
    connection.setSoLinger(true, 0);
    connection.close();
  }

  private static TrustManagerFactory trust() throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store("authority"));
    return trust;
  }

  private static KeyStore store(String name) {
    return STORES.computeIfAbsent(name, Tls::read);
  }

  private static KeyStore read(String name) {
    try {
      return KeyStore.getInstance(file(name).toFile(), PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path file(String name) {
    return Path.of("src/test/tls", name + ".p12");
  }
}
