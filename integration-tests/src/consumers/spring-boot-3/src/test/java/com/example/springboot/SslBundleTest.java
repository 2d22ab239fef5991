package com.example.springboot;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.testing.ThriveStubs;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate Java does not trust. */
class SslBundleTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  @TempDir private static Path folder;
  private static Path keys;
  private static WireMockServer server;

  @BeforeAll
  static void start() throws Exception {
    keys = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=server",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                keys.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    server =
        new WireMockServer(
            options()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .keystorePath(keys.toString())
                .keystoreType("PKCS12")
                .keystorePassword("changeit")
                .keyManagerPassword("changeit")
                .usingFilesUnderClasspath("thrive-audience/stubs"));
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void trustsTheCertificatesOfTheBundle() {
    Applications.of(STUBS)
        .withPropertyValues(
            "thrive.audience.base-uri=https://127.0.0.1:" + server.httpsPort() + "/rest/v1",
            "thrive.audience.ssl.bundle=api",
            "spring.ssl.bundle.jks.api.truststore.location=file:" + keys,
            "spring.ssl.bundle.jks.api.truststore.password=changeit",
            "spring.ssl.bundle.jks.api.truststore.type=PKCS12")
        .run(
            context ->
                assertThat(
                        context.getBean(AudienceMembersClient.class).members("tech-team").stream())
                    .hasSize(250));
  }

  @Test
  void doesNotTrustThemWithoutIt() {
    Applications.of(STUBS)
        .withPropertyValues(
            "thrive.audience.base-uri=https://127.0.0.1:" + server.httpsPort() + "/rest/v1")
        .run(
            context ->
                assertThatThrownBy(
                        () ->
                            context
                                .getBean(AudienceMembersClient.class)
                                .members("tech-team")
                                .page(1))
                    .isInstanceOf(ThriveConnectionException.class));
  }
}
