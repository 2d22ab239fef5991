package com.example.runtimeimage;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists members over TLS, whose certificate has an elliptic curve, as most have. */
class RuntimeImageTest {
  private static final String PASSWORD = "changeit";
  private static final List<String> MEMBER = List.of("65c2d71f0a4b98e36d170001");

  @TempDir static Path folder;

  private static WireMockServer api;
  private static List<String> trust;
  private static RuntimeImage ofProgram;
  private static RuntimeImage ofJdk;

  @BeforeAll
  static void start() throws Exception {
    String store = folder.resolve("localhost.p12").toString();
    keytool("-genkeypair", "-alias", "localhost", "-keyalg", "EC", "-keystore", store);
    trust =
        List.of(
            "-Djavax.net.ssl.trustStore=" + store,
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    api =
        new WireMockServer(
            options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(store)
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .usingFilesUnderClasspath("thrive-audience/stubs"));
    api.start();
    ofProgram = RuntimeImage.ofProgram(folder.resolve("of-program"));
    ofJdk =
        RuntimeImage.ofJdk(
            folder.resolve("of-jdk"), "java.desktop,java.logging,java.net.http,jdk.crypto.ec");
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-dname", "CN=localhost", "-ext", "san=dns:localhost"));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertEquals(0, process.waitFor());
  }

  @AfterAll
  static void stop() {
    api.stop();
  }

  @Test
  void isAModuleOfItsImage() throws IOException {
    assertEquals(MEMBER, ofProgram.run(settings(), trust, "one-member-team"));
    assertEquals(List.of("not found"), ofProgram.run(settings(), trust, "no-such-team"));
  }

  /** It logs each retry. */
  @Test
  void hasTheBackendOfItsLogs() throws IOException {
    String printed = ofProgram.run(settings(), trust, "flaky-team").toString();

    assertTrue(printed.contains("attempt 1 ended with 500"), printed);
    assertFalse(printed.contains("SLF4J"), printed);
  }

  @Test
  void runsOnTheClassPathOfAnImage() throws IOException {
    assertEquals(MEMBER, ofJdk.runOnClassPath(settings(), trust, "one-member-team"));
  }

  @Test
  void needsEllipticCurvesBeforeJava22() throws IOException {
    List<String> without = new ArrayList<>(trust);
    without.addAll(List.of("--limit-modules", "com.example.runtimeimage"));

    List<String> printed = ofProgram.run(settings(), without, "one-member-team");

    if (Runtime.version().feature() < 22) {
      assertTrue(
          printed.toString().contains("no protocol version or cipher suite in common"),
          printed.toString());
    } else {
      assertTrue(printed.containsAll(MEMBER), printed.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.desktop", "java.logging"})
  void needsOnTheClassPath(String module) throws IOException {
    List<String> without = new ArrayList<>(trust);
    without.addAll(List.of("--limit-modules", "java.net.http," + module));

    List<String> printed = ofJdk.runOnClassPath(settings(), without, "one-member-team");

    assertTrue(printed.toString().contains("NoClassDefFoundError: java/"), printed.toString());
  }

  private static Map<String, String> settings() {
    return Map.of(
        "BASE_URI", "https://localhost:" + api.httpsPort() + "/rest/v1",
        "TENANT_ID", "eu-west-2_Quickstart",
        "API_SECRET", "quickstart-secret");
  }
}
