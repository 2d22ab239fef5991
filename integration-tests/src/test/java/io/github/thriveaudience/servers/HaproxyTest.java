package io.github.thriveaudience.servers;

import static io.github.thriveaudience.servers.Certificates.TEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that haproxy closes, and handshakes that it refuses. */
@RealServer("haproxy")
class HaproxyTest {
  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  @ParameterizedTest
  @MethodSource("waysToClose")
  void retriesAHandshakeThatEndsWithoutAnAlert(String rules) {
    try (Haproxy haproxy = Haproxy.tcp(upstream.port(), rules);
        AudienceMembersClient client =
            Clients.of(haproxy.baseUri()).sslContext(TEST.trusting()).maxAttempts(2).build()) {
      assertTwoBrokenConnections(catchThrowable(() -> client.members("tech-team").page(1)));
    }
  }

  @ParameterizedTest
  @MethodSource("waysToClose")
  void retriesSuchAHandshakeWithTheTokenEndpoint(String rules) {
    try (Haproxy haproxy = Haproxy.tcp(upstream.port(), rules);
        AccessTokens tokens =
            AccessTokens.builder(TokenService.PUBLIC_API)
                .tokenUri(haproxy.tokenUri())
                .credentials(Credentials.oauth2("eu-west-2_Tenant", "client", "client-secret"))
                .sslContext(TEST.trusting())
                .maxAttempts(2)
                .build()) {
      assertTwoBrokenConnections(catchThrowable(tokens::current));
    }
  }

  /** By a reset, and by a close after the ClientHello. */
  static List<String> waysToClose() {
    return List.of(
        "tcp-request connection reject",
        "tcp-request inspect-delay 5s\n  tcp-request content reject if { req.ssl_hello_type 1 }");
  }

  private static void assertTwoBrokenConnections(Throwable failure) {
    assertThat(failure)
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageNotContaining("trusted");
    assertThat(((ThriveException) failure).earlierFailures()).as("earlier attempts").hasSize(1);
  }

  /** Over TLS 1.3 it can look like a closed connection, which is retried. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void namesAMissingClientCertificate(String version) {
    try (Haproxy haproxy = requiringClientCertificates(version);
        AudienceMembersClient client =
            Clients.of(haproxy.baseUri()).sslContext(TEST.trusting()).maxAttempts(1).build()) {
      assertThat(catchThrowable(() -> client.members("tech-team").page(1)))
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("client certificate");
      assertThat(upstream.requests).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void sendsTheClientCertificate(String version) {
    try (Haproxy haproxy = requiringClientCertificates(version);
        AudienceMembersClient client =
            Clients.of(haproxy.baseUri()).sslContext(TEST.withClientCertificate()).build()) {
      Clients.assertComplete(client.members("tech-team").parallelism(4).readAll().members());
    }
  }

  /** Every fifth request gets no response. */
  @Test
  void completesAListingWhereSomeConnectionsAreClosed() {
    String rules =
        """
        stick-table type ip size 1k expire 1m store http_req_cnt
          http-request track-sc0 src
          http-request reject if { sc0_http_req_cnt,mod(5) eq 0 }
        """;
    try (Haproxy haproxy = Haproxy.https(upstream.port(), "", rules);
        AudienceMembersClient client =
            Clients.of(haproxy.baseUri()).pageSize(50).sslContext(TEST.trusting()).build()) {
      Clients.assertComplete(client.members("tech-team").readAll().members());
    }
  }

  /** Over HTTP/2 the old process sends GOAWAY. */
  @Test
  void completesAListingDuringReloadsOverHttp2() {
    HttpClient http = HttpClient.newBuilder().sslContext(TEST.trusting()).build();
    try (Haproxy haproxy = Haproxy.https(upstream.port(), "alpn h2,http/1.1", "");
        AudienceMembersClient client =
            Clients.of(haproxy.baseUri()).pageSize(2).httpClient(http).build()) {
      Clients.assertComplete(
          client
              .members("tech-team")
              .parallelism(8)
              .onProgress(
                  page -> {
                    if (page.page() % 50 == 0) {
                      haproxy.reload();
                    }
                  })
              .readAll()
              .members());
    }
  }

  @Test
  void unavailableApiIsAServerError() {
    try (Haproxy haproxy = Haproxy.https(ServerProcess.freePort(), "", "");
        AudienceMembersClient client =
            Clients.of(haproxy.baseUri()).sslContext(TEST.trusting()).maxAttempts(1).build()) {
      assertThat(catchThrowable(() -> client.members("tech-team").page(1)))
          .isInstanceOfSatisfying(
              ServerErrorException.class, failure -> assertThat(failure.status()).isEqualTo(503));
    }
  }

  private Haproxy requiringClientCertificates(String version) {
    String bind = "ca-file %1$s verify required ssl-min-ver %2$s ssl-max-ver %2$s";
    return Haproxy.https(upstream.port(), bind.formatted(TEST.authority(), version), "");
  }
}
