package io.github.thriveaudience.servers;

import static io.github.thriveaudience.servers.Certificates.TEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpHandler;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.BadRequestException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.model.AudienceMember;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** nginx with TLS: HTTP versions and certificates. */
@RealServer("nginx")
class NginxTlsTest {
  /** The reasons that messages name for a failed handshake. */
  private static final List<String> NAMES =
      List.of(
          "is not trusted",
          "has expired",
          "is not for this host",
          "no protocol version or cipher suite in common",
          "requires a client certificate",
          "does not know the host name localhost");

  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void usesHttp1ByDefault() {
    try (Nginx nginx = Nginx.http2(TEST.server(), "", Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client =
            Clients.of(nginx.baseUri()).sslContext(TEST.trusting()).build()) {
      assertConcurrentListingsAreComplete(client, 10);

      assertThat(nginx.endAndLog())
          .hasSize(10 * Upstream.MEMBERS / 10)
          .allMatch(access -> access.protocol().equals("HTTP/1.1"));
    }
  }

  /** The JDK does not queue for a stream. */
  @Test
  void respectsTheServersStreamLimitOverHttp2() {
    try (Nginx nginx =
            Nginx.http2(
                TEST.server(), "http2_max_concurrent_streams 8;", Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client =
            Clients.of(nginx.baseUri()).httpClient(http2Client()).build()) {
      assertConcurrentListingsAreComplete(client, 4);

      assertThat(nginx.endAndLog()).allMatch(access -> access.protocol().equals("HTTP/2.0"));
    }
  }

  /**
   * With more than one request in flight, JDK 17 never completes some of them after a GOAWAY: the
   * client's timeout ends them.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void completesAListingAfterGoaway(int parallelism) {
    try (Nginx nginx =
            Nginx.http2(TEST.server(), "keepalive_requests 20;", Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client =
            Clients.of(nginx.baseUri())
                .requestTimeout(Duration.ofSeconds(3))
                .httpClient(http2Client())
                .build()) {
      Clients.assertComplete(
          client.members("tech-team").parallelism(parallelism).readAll().members());

      List<Nginx.Access> log = nginx.endAndLog();
      assertThat(log.get(0).protocol()).isEqualTo("HTTP/2.0");
      assertThat(log.stream().map(Nginx.Access::connection).distinct().count()).isGreaterThan(2);
    }
  }

  @Test
  void retriesATruncatedResponseOverHttp2() {
    assertFirstResponseIsRetried(Upstream::truncate);
  }

  /** nginx cannot tell that the body is truncated, and ends the stream normally. */
  @Test
  void retriesABodyThatEndsEarlyOverHttp2() {
    assertFirstResponseIsRetried(Upstream::endEarly);
  }

  private void assertFirstResponseIsRetried(HttpHandler first) {
    upstream.respondFirstWith(first);
    try (Nginx nginx = Nginx.http2(TEST.server(), "", Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client =
            Clients.of(nginx.baseUri()).httpClient(http2Client()).build()) {
      Clients.assertComplete(client.members("tech-team").readAll().members());

      assertThat(nginx.endAndLog())
          .hasSize(Upstream.MEMBERS / 10 + 1)
          .allMatch(access -> access.protocol().equals("HTTP/2.0"));
    }
  }

  @Test
  void sendsTheClientCertificate() {
    try (Nginx nginx = requiringClientCertificates();
        AudienceMembersClient client =
            Clients.of(nginx.baseUri()).sslContext(TEST.withClientCertificate()).build()) {
      Clients.assertComplete(client.members("tech-team").readAll().members());
    }
  }

  /** nginx completes the handshake and responds with a status. */
  @Test
  void missingClientCertificateIsABadRequest() {
    assertThat(failure(requiringClientCertificates(), TEST.trusting()))
        .isExactlyInstanceOf(BadRequestException.class);
  }

  @Test
  void namesAnUntrustedCertificate() throws Exception {
    assertMessageNames(withCertificate(TEST.server()), SSLContext.getDefault(), "is not trusted");
  }

  @Test
  void namesAnExpiredCertificate() {
    assertMessageNames(withCertificate(TEST.expiredServer()), TEST.trusting(), "has expired");
  }

  @Test
  void namesACertificateOfAnotherHost() {
    assertMessageNames(
        withCertificate(TEST.serverOfAnotherHost()), TEST.trusting(), "is not for this host");
  }

  @Test
  void namesAServerWithNewerTlsVersionsOnly() {
    Nginx nginx =
        Nginx.https(TEST.server(), "ssl_protocols TLSv1.3;" + Nginx.proxyTo(upstream.port()));

    assertMessageNames(
        nginx, TEST.trusting("TLSv1.2"), "no protocol version or cipher suite in common");
  }

  /** nginx sends the alert that other servers send for a missing client certificate. */
  @Test
  void namesAServerWithoutACommonCipher() {
    String directives = "ssl_protocols TLSv1.2; ssl_ciphers PSK-AES128-CBC-SHA;";
    Nginx nginx = Nginx.https(TEST.server(), directives + Nginx.proxyTo(upstream.port()));

    assertMessageNames(
        nginx,
        TEST.trusting(),
        "no protocol version or cipher suite in common",
        "requires a client certificate");
  }

  @Test
  void namesAServerThatDoesNotKnowTheHostName() {
    assertMessageNames(
        Nginx.https(TEST.server(), "ssl_reject_handshake on;"),
        TEST.trusting(),
        "does not know the host name localhost");
  }

  @Test
  void namesAServerWithoutTls() {
    Nginx nginx = Nginx.http(Nginx.proxyTo(upstream.port()));

    try (nginx;
        AudienceMembersClient client =
            Clients.of(URI.create(nginx.baseUri().toString().replace("http:", "https:")))
                .maxAttempts(1)
                .build()) {
      assertThat(catchThrowable(() -> client.members("tech-team").page(1)))
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("does not speak TLS");
    }
  }

  private Nginx withCertificate(Certificates.Identity identity) {
    return Nginx.https(identity, Nginx.proxyTo(upstream.port()));
  }

  private Nginx requiringClientCertificates() {
    String directives =
        "ssl_verify_client on; ssl_client_certificate %s;".formatted(TEST.authority());
    return Nginx.https(TEST.server(), directives + Nginx.proxyTo(upstream.port()));
  }

  private static HttpClient http2Client() {
    return HttpClient.newBuilder().sslContext(TEST.trusting()).build();
  }

  private static void assertConcurrentListingsAreComplete(
      AudienceMembersClient client, int listings) {
    ExecutorService threads = Executors.newFixedThreadPool(listings);
    try {
      List<CompletableFuture<List<AudienceMember>>> readings =
          IntStream.range(0, listings)
              .mapToObj(
                  n ->
                      CompletableFuture.supplyAsync(
                          () -> client.members("tech-team").parallelism(32).readAll().members(),
                          threads))
              .toList();
      readings.forEach(reading -> Clients.assertComplete(reading.join()));
    } finally {
      threads.shutdownNow();
    }
  }

  /** Asserts that the call failed after one attempt, and that the message names these alone. */
  private static void assertMessageNames(Nginx nginx, SSLContext context, String... names) {
    Throwable failure = failure(nginx, context);

    assertThat(failure)
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageContainingAll(names);
    List<String> others = new ArrayList<>(NAMES);
    others.removeAll(List.of(names));
    assertThat(others)
        .hasSize(NAMES.size() - names.length)
        .noneMatch(failure.getMessage()::contains);
  }

  /** The failure of a page that must not be retried. */
  private static Throwable failure(Nginx nginx, SSLContext context) {
    try (nginx;
        AudienceMembersClient client = Clients.of(nginx.baseUri()).sslContext(context).build()) {
      Throwable failure = catchThrowable(() -> client.members("tech-team").page(1));

      assertThat(((ThriveException) failure).earlierFailures()).as("earlier attempts").isEmpty();
      return failure;
    }
  }
}
