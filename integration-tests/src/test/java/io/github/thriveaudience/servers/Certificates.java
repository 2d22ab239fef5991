package io.github.thriveaudience.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority, certificates signed by it, and TLS contexts for clients. */
final class Certificates {
  private static final String PASSWORD = "changeit";
  private static final String THIS_HOST = "SAN=dns:localhost,ip:127.0.0.1";

  /** A certificate and its key, in two files and in one. */
  record Identity(Path certificate, Path key, Path both) {}

  /** Shared by all tests of a JVM, since generating a key takes half a second. */
  static final Certificates TEST = new Certificates();

  private final Map<String, Identity> identities = new HashMap<>();
  private final Path folder;
  private final Path keyStore;

  private Certificates() {
    folder = ServerProcess.folder("certificates");
    keyStore = folder.resolve("keys.p12");
    keytool("authority", "-ext", "bc:c");
  }

  /** The authority's own certificate, for servers that require client certificates. */
  Path authority() {
    return write("authority.pem", pem("CERTIFICATE", encoded("authority")));
  }

  Identity server() {
    return signed("server", "-ext", THIS_HOST);
  }

  Identity expiredServer() {
    return signed("expired", "-ext", THIS_HOST, "-startdate", "-30d", "-validity", "10");
  }

  Identity serverOfAnotherHost() {
    return signed("elsewhere", "-ext", "SAN=dns:elsewhere.test");
  }

  /** Trusts the authority; the protocol is one version of TLS, or {@code TLS} for all. */
  SSLContext trusting(String protocol) {
    return context(protocol, null);
  }

  SSLContext trusting() {
    return trusting("TLS");
  }

  /** Trusts the authority and has a client certificate. */
  SSLContext withClientCertificate() {
    signed("client");
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      KeyStore own = emptyKeyStore();
      own.setEntry("client", keyStore().getEntry("client", protection()), protection());
      keys.init(own, PASSWORD.toCharArray());
      return context("TLS", keys.getKeyManagers());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private SSLContext context(String protocol, KeyManager[] keys) {
    try {
      KeyStore authorities = emptyKeyStore();
      authorities.setCertificateEntry("authority", keyStore().getCertificate("authority"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authorities);
      SSLContext context = SSLContext.getInstance(protocol);
      context.init(keys, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized Identity signed(String name, String... options) {
    return identities.computeIfAbsent(name, unknown -> create(name, options));
  }

  private Identity create(String name, String... options) {
    List<String> all = new ArrayList<>(List.of("-signer", "authority"));
    all.addAll(List.of(options));
    keytool(name, all.toArray(String[]::new));
    try {
      String certificate = pem("CERTIFICATE", encoded(name));
      String key = pem("PRIVATE KEY", keyStore().getKey(name, PASSWORD.toCharArray()).getEncoded());
      return new Identity(
          write(name + ".pem", certificate),
          write(name + "-key.pem", key),
          write(name + "-both.pem", certificate + key));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keytool(String name, String... options) {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command = new ArrayList<>(List.of(program, "-genkeypair", "-alias", name));
    command.addAll(List.of("-keyalg", "EC", "-dname", "CN=" + name, "-keystore", "keys.p12"));
    command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
    command.addAll(List.of(options));
    try {
      Path output = folder.resolve("keytool-" + name + ".txt");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(process.waitFor()).as("%s", output).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] encoded(String name) {
    try {
      Certificate certificate = keyStore().getCertificate(name);
      return certificate.getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore keyStore() throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
  }

  private static KeyStore emptyKeyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static KeyStore.ProtectionParameter protection() {
    return new KeyStore.PasswordProtection(PASSWORD.toCharArray());
  }

  private static String pem(String kind, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, body);
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text, US_ASCII);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
