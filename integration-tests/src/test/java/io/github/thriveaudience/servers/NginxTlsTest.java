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

/** nginx over TLS: versions of HTTP, and certificates. */
@RealServer("nginx")
class NginxTlsTest {
  /** What messages call the reasons for which a handshake fails. */
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
  void theClientSpeaksHttp1AndManyListingsAreWhole() {
    try (Nginx nginx = Nginx.http2(TEST.server(), "", Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client =
            Clients.of(nginx.baseUri()).sslContext(TEST.trusting()).build()) {
      assertListingsAreWhole(client, 10);

      assertThat(nginx.endAndLog())
          .hasSize(10 * Upstream.MEMBERS / 10)
          .allMatch(access -> access.protocol().equals("HTTP/1.1"));
    }
  }

  /** The JDK does not queue for a stream. */
  @Test
  void aUsersHttp2ClientKeepsToTheStreamsThatTheServerAllows() {
    try (Nginx nginx =
            Nginx.http2(
                TEST.server(), "http2_max_concurrent_streams 8;", Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client =
            Clients.of(nginx.baseUri()).httpClient(http2Client()).build()) {
      assertListingsAreWhole(client, 4);

      assertThat(nginx.endAndLog()).allMatch(access -> access.protocol().equals("HTTP/2.0"));
    }
  }

  /**
   * With more than one request in flight, JDK 17 leaves some without an end at a GOAWAY: the
   * client's timeout ends them.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aConnectionThatEndsByGoawayCostsNoListing(int parallelism) {
    try (Nginx nginx =
            Nginx.http2(TEST.server(), "keepalive_requests 20;", Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client =
            Clients.of(nginx.baseUri())
                .requestTimeout(Duration.ofSeconds(3))
                .httpClient(http2Client())
                .build()) {
      Clients.assertWhole(client.members("tech-team").parallelism(parallelism).readAll().members());

      List<Nginx.Access> log = nginx.endAndLog();
      assertThat(log.get(0).protocol()).isEqualTo("HTTP/2.0");
      assertThat(log.stream().map(Nginx.Access::connection).distinct().count()).isGreaterThan(2);
    }
  }

  @Test
  void aTruncatedResponseOverHttp2IsRetried() {
    assertFirstResponseIsRetried(Upstream::truncated);
  }

  /** nginx does not know that it is not whole, and ends the stream as if it were. */
  @Test
  void aBodyThatEndsEarlyOverHttp2IsRetried() {
    assertFirstResponseIsRetried(Upstream::endingEarly);
  }

  private void assertFirstResponseIsRetried(HttpHandler first) {
    upstream.firstly(first);
    try (Nginx nginx = Nginx.http2(TEST.server(), "", Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client =
            Clients.of(nginx.baseUri()).httpClient(http2Client()).build()) {
      Clients.assertWhole(client.members("tech-team").readAll().members());

      assertThat(nginx.endAndLog())
          .hasSize(Upstream.MEMBERS / 10 + 1)
          .allMatch(access -> access.protocol().equals("HTTP/2.0"));
    }
  }

  @Test
  void aClientCertificateIsShown() {
    try (Nginx nginx = wantingClientCertificates();
        AudienceMembersClient client =
            Clients.of(nginx.baseUri()).sslContext(TEST.trustingAndShowingACertificate()).build()) {
      Clients.assertWhole(client.members("tech-team").readAll().members());
    }
  }

  /** nginx completes the handshake, and says by a status what is missing. */
  @Test
  void aMissingClientCertificateIsABadRequest() {
    assertThat(failure(wantingClientCertificates(), TEST.trusting()))
        .isExactlyInstanceOf(BadRequestException.class);
  }

  @Test
  void aCertificateOfAnAuthorityThatIsNotTrustedIsNamed() throws Exception {
    assertNamed(withCertificate(TEST.server()), SSLContext.getDefault(), "is not trusted");
  }

  @Test
  void anExpiredCertificateIsNamed() {
    assertNamed(withCertificate(TEST.expiredServer()), TEST.trusting(), "has expired");
  }

  @Test
  void aCertificateOfAnotherHostIsNamed() {
    assertNamed(
        withCertificate(TEST.serverOfAnotherHost()), TEST.trusting(), "is not for this host");
  }

  @Test
  void aServerOfNewerVersionsOfTlsIsNamed() {
    Nginx nginx =
        Nginx.https(TEST.server(), "ssl_protocols TLSv1.3;" + Nginx.proxyTo(upstream.port()));

    assertNamed(nginx, TEST.trusting("TLSv1.2"), "no protocol version or cipher suite in common");
  }

  /** Its alert is the one that others send for want of a client certificate. */
  @Test
  void aServerWithoutACommonCipherIsNamed() {
    String directives = "ssl_protocols TLSv1.2; ssl_ciphers PSK-AES128-CBC-SHA;";
    Nginx nginx = Nginx.https(TEST.server(), directives + Nginx.proxyTo(upstream.port()));

    assertNamed(
        nginx,
        TEST.trusting(),
        "no protocol version or cipher suite in common",
        "requires a client certificate");
  }

  @Test
  void aServerThatDoesNotKnowTheNameIsNamed() {
    assertNamed(
        Nginx.https(TEST.server(), "ssl_reject_handshake on;"),
        TEST.trusting(),
        "does not know the host name localhost");
  }

  @Test
  void aServerThatDoesNotSpeakTlsIsNamed() {
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

  private Nginx wantingClientCertificates() {
    String directives =
        "ssl_verify_client on; ssl_client_certificate %s;".formatted(TEST.authority());
    return Nginx.https(TEST.server(), directives + Nginx.proxyTo(upstream.port()));
  }

  private static HttpClient http2Client() {
    return HttpClient.newBuilder().sslContext(TEST.trusting()).build();
  }

  private static void assertListingsAreWhole(AudienceMembersClient client, int listings) {
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
      readings.forEach(reading -> Clients.assertWhole(reading.join()));
    } finally {
      threads.shutdownNow();
    }
  }

  /** That the first attempt is the last one, and is said to have failed for this alone. */
  private static void assertNamed(Nginx nginx, SSLContext context, String... names) {
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

  /** What a page ends with, which must not be tried a second time. */
  private static Throwable failure(Nginx nginx, SSLContext context) {
    try (nginx;
        AudienceMembersClient client = Clients.of(nginx.baseUri()).sslContext(context).build()) {
      Throwable failure = catchThrowable(() -> client.members("tech-team").page(1));

      assertThat(((ThriveException) failure).earlierFailures()).as("earlier attempts").isEmpty();
      return failure;
    }
  }
}
