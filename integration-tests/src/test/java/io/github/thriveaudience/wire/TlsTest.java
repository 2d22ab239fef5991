package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates, host names and HTTP/2. */
class TlsTest extends WireTest {
  private static final String PASSWORD = "changeit";

  @TempDir static Path folder;
  private static Path keyStore;

  /** A certificate for localhost, which nobody has signed. */
  @BeforeAll
  static void makeCertificate() throws Exception {
    keyStore = folder.resolve("test.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void aCertificateThatIsNotTrustedIsRefusedAtOnce() {
    WireMockServer tls = tls();
    try {
      AudienceMembersClient client =
          builder().maxAttempts(4).baseUri(uri(tls, "localhost")).build();

      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("certificate");
      assertThat(tls.findAll(anyRequestedFor(anyUrl()))).isEmpty();
    } finally {
      tls.stop();
    }
  }

  @Test
  void aCertificateForAnotherHostIsRefused() throws Exception {
    WireMockServer tls = tls();
    try {
      AudienceMembersClient client =
          builder().httpClient(trusting()).baseUri(uri(tls, "127.0.0.1")).build();

      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("not for this host");
    } finally {
      tls.stop();
    }
  }

  @Test
  void http2IsSpokenWhereTheServerSpeaksIt() throws Exception {
    WireMockServer tls = tls();
    try {
      AudienceMembersClient client =
          builder().httpClient(trusting()).baseUri(uri(tls, "localhost")).build();

      assertThat(client.members("tech-team").page(1).members()).hasSize(1);
      assertThat(tls.getAllServeEvents().get(0).getRequest().getProtocol()).isEqualTo("HTTP/2.0");
    } finally {
      tls.stop();
    }
  }

  /** Nothing frames a body there but the end of its stream, unless the server tells its length. */
  @Test
  void aResponseOverHttp2CanEndEarly() throws Exception {
    String whole = Pages.page(1, 1, 1000);
    String half = whole.substring(0, 50);
    try (Http2Server server = new Http2Server(identified())) {
      server.respond(Map.of(), half);
      server.respond(Map.of("content-length", "50"), half);
      server.respond(Map.of("content-length", "100"), half);
      server.respond(Map.of(), whole);
      AudienceMembersClient client =
          builder().httpClient(trusting()).baseUri(server.baseUri()).build();
      Members members = client.members("tech-team");

      assertThatThrownBy(() -> members.page(1))
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("is truncated: its JSON ends early");
      assertThatThrownBy(() -> members.page(1))
          .as("all that was announced came")
          .isExactlyInstanceOf(MalformedResponseException.class);
      assertThatThrownBy(() -> members.page(1))
          .as("less than was announced came")
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("is truncated");
      assertThat(members.page(1).members()).hasSize(1);
    }
  }

  /** A server's side of TLS, with the certificate of this test. */
  private static SSLContext identified() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(
        KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, new SecureRandom());
    return context;
  }

  private static WireMockServer tls() {
    WireMockServer tls =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .extensions(CONTRACT)
                .keystorePath(keyStore.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    tls.stubFor(any(anyUrl()).willReturn(json(Pages.page(1, 1, 1000))));
    tls.start();
    return tls;
  }

  private static URI uri(WireMockServer tls, String host) {
    return URI.create("https://" + host + ":" + tls.httpsPort() + "/rest/v1");
  }

  /** One that trusts the certificate of this test alone, as with a company's own authority. */
  private static HttpClient trusting() throws Exception {
    KeyStore certificates = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
    authorities.load(null, null);
    authorities.setCertificateEntry("test", certificates.getCertificate("test"));
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), new SecureRandom());
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
