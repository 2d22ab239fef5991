package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.ThriveConnectionException;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Certificates, and HTTP versions over TLS. */
class TlsTest extends WireTest {
  private WireMockServer tls = start(Tls.wireMock());

  @AfterEach
  void stop() {
    tls.stop();
  }

  @Test
  void doesNotRetryAnUntrustedCertificate() {
    AudienceMembersClient client = builder().maxAttempts(4).baseUri(uri("localhost")).build();

    assertThatThrownBy(() -> client.members("tech-team").page(1))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageContaining("certificate is not trusted");
    assertThat(tls.findAll(anyRequestedFor(anyUrl()))).isEmpty();
  }

  @Test
  void rejectsACertificateOfAnotherHost() {
    AudienceMembersClient client =
        builder().sslContext(Tls.trusting()).baseUri(uri("127.0.0.1")).build();

    assertThatThrownBy(() -> client.members("tech-team").page(1))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageContaining("not for this host");
  }

  @Test
  void usesHttp1ByDefault() {
    AudienceMembersClient client =
        builder().sslContext(Tls.trusting()).baseUri(uri("localhost")).build();

    assertThat(client.members("tech-team").page(1).members()).hasSize(1);
    assertThat(protocol()).isEqualTo("HTTP/1.1");
  }

  @Test
  void givenHttpClientKeepsItsVersion() {
    HttpClient http = HttpClient.newBuilder().sslContext(Tls.trusting()).build();
    AudienceMembersClient client = builder().httpClient(http).baseUri(uri("localhost")).build();

    assertThat(client.members("tech-team").page(1).members()).hasSize(1);
    assertThat(protocol()).isEqualTo("HTTP/2.0");
  }

  @Test
  void sendsTheClientCertificateOfTheContext() {
    tls.stop();
    tls =
        start(
            Tls.wireMock()
                .needClientAuth(true)
                .trustStorePath("src/test/tls/authority.p12")
                .trustStorePassword("changeit")
                .trustStoreType("PKCS12"));
    AudienceMembersClient client =
        builder().sslContext(Tls.withCertificate()).baseUri(uri("localhost")).build();

    assertThat(client.members("tech-team").page(1).members()).hasSize(1);
  }

  private String protocol() {
    return tls.getAllServeEvents().get(0).getRequest().getProtocol();
  }

  private static WireMockServer start(WireMockConfiguration options) {
    WireMockServer tls = new WireMockServer(options.extensions(CONTRACT));
    tls.stubFor(any(anyUrl()).willReturn(json(Pages.page(1, 1, 1000))));
    tls.start();
    return tls;
  }

  private URI uri(String host) {
    return URI.create("https://" + host + ":" + tls.httpsPort() + "/rest/v1");
  }
}
