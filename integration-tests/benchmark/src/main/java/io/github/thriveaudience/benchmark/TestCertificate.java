package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/**
 * A key and its self-signed certificate for the loopback address. Server and clients get them as
 * the JVM's defaults, since each client then uses TLS as it would with a public certificate.
 *
 * @param keyStore the file with the key
 * @param trustStore the file with the certificate alone
 */
record TestCertificate(Path keyStore, Path trustStore) {
  private static final String ALIAS = "benchmark";
  private static final String PASSWORD = "changeit";

  /** Creates both files; the JDK's keytool creates the key. */
  static TestCertificate create(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Files.createDirectories(folder);
    TestCertificate certificate =
        new TestCertificate(folder.resolve("key.p12"), folder.resolve("certificate.p12"));
    certificate.createKey();
    certificate.exportCertificate();
    return certificate;
  }

  private void createKey() throws IOException, InterruptedException {
    Files.deleteIfExists(keyStore);
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String arguments =
        "-genkeypair -keyalg EC -dname CN=benchmark -ext SAN=ip:127.0.0.1 -storetype PKCS12";
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-alias", ALIAS, "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", keyStore.toString()));
    Path output = keyStore.resolveSibling("keytool.txt");
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    if (process.redirectOutput(output.toFile()).start().waitFor() != 0) {
      throw new IOException("keytool failed; see " + output);
    }
  }

  private void exportCertificate() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
    try (OutputStream out = Files.newOutputStream(trustStore)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
  }

  ChildJvm server(ChildJvm jvm) {
    return with(jvm, "keyStore", keyStore);
  }

  ChildJvm client(ChildJvm jvm) {
    return with(jvm, "trustStore", trustStore);
  }

  private static ChildJvm with(ChildJvm jvm, String property, Path store) {
    String flag = "-Djavax.net.ssl." + property;
    return jvm.with(flag + '=' + store, flag + "Password=" + PASSWORD, flag + "Type=PKCS12");
  }
}
