package io.github.thriveaudience.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.BadRequestException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** nginx as a gateway: what it forwards, and its own errors. */
@RealServer("nginx")
class NginxTest {
  private final Upstream upstream = new Upstream();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void close() {
    end.countDown();
    upstream.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hr/uk",
        "/hr/",
        "two//slashes",
        "50%",
        "a%2Fb",
        "a b+c",
        "what?#1",
        "back\\slash",
        "...",
        "Отдел продаж",
        "R&D / 北京 50%"
      })
  void forwardsAReferenceUnchanged(String reference) {
    try (Nginx nginx = Nginx.http(Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client = Clients.of(nginx.baseUri()).build()) {
      client.members(reference).page(1);

      String target = upstream.requests.remove().target();
      String[] segments = target.substring(0, target.indexOf('?')).split("/", -1);
      assertThat(segments).startsWith("", "rest", "v1", "audiences").hasSize(6).endsWith("members");
      assertThat(URLDecoder.decode(segments[4].replace("+", "%2B"), UTF_8)).isEqualTo(reference);
      assertThat(nginx.endAndLog()).extracting(Nginx.Access::target).containsExactly(target);
    }
  }

  @Test
  void unknownPathIsNotFound() {
    assertThat(failure(Nginx.http(""), "tech-team", Clients.SECRET))
        .isExactlyInstanceOf(NotFoundException.class);
  }

  @Test
  void tooLongHeadersAreABadRequest() {
    assertThat(failure(withSmallBuffers(), "tech-team", "s".repeat(3000)))
        .isExactlyInstanceOf(BadRequestException.class)
        .hasMessageNotContaining("sss");
  }

  @Test
  void shortensATooLongReferenceInTheMessage() {
    ThriveApiException failure = failure(withSmallBuffers(), "r".repeat(3000), Clients.SECRET);

    assertThat(failure).isExactlyInstanceOf(UnexpectedStatusException.class);
    assertThat(failure.status()).isEqualTo(414);
    assertThat(failure.getMessage()).hasSizeLessThan(1000);
  }

  @Test
  void tooLargeTokenRequestHasStatus413() {
    try (Nginx nginx = Nginx.http("client_max_body_size 10;" + Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client =
            Clients.of(nginx.baseUri())
                .credentials(Credentials.oauth2("eu-west-2_Tenant", "client", "client-secret"))
                .tokenUri(nginx.tokenUri())
                .build()) {
      UnexpectedStatusException failure =
          catchThrowableOfType(
              UnexpectedStatusException.class, () -> client.members("tech-team").page(1));

      assertThat(failure.status()).isEqualTo(413);
      assertThat(nginx.endAndLog()).extracting(Nginx.Access::status).containsExactly(413);
    }
  }

  @Test
  void unavailableApiIsABadGateway() {
    Nginx nginx = Nginx.http(Nginx.proxyTo(ServerProcess.freePort()));

    ThriveApiException failure = failure(nginx, "tech-team", Clients.SECRET);

    assertThat(failure).isExactlyInstanceOf(ServerErrorException.class);
    assertThat(failure.status()).isEqualTo(502);
  }

  @Test
  void slowApiIsAGatewayTimeout() {
    upstream.handler = exchange -> awaitEnd();
    Nginx nginx = Nginx.http("proxy_read_timeout 1s;" + Nginx.proxyTo(upstream.port()));

    ThriveApiException failure = failure(nginx, "tech-team", Clients.SECRET);

    assertThat(failure).isExactlyInstanceOf(ServerErrorException.class);
    assertThat(failure.status()).isEqualTo(504);
  }

  @Test
  void clientTimeoutClosesTheConnection() {
    upstream.handler = exchange -> awaitEnd();
    try (Nginx nginx = Nginx.http(Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client =
            Clients.of(nginx.baseUri())
                .requestTimeout(Duration.ofMillis(500))
                .maxAttempts(1)
                .build()) {
      assertThat(
              catchThrowableOfType(
                  ThriveTimeoutException.class, () -> client.members("tech-team").page(1)))
          .hasMessageContaining("500 ms");
      // nginx logs this when the client has closed its connection.
      assertThat(nginx.endAndLog()).extracting(Nginx.Access::status).containsExactly(499);
    }
  }

  @Test
  void readsCompressedPages() {
    String gzip = "gzip on; gzip_types application/json;";
    try (Nginx nginx = Nginx.http(gzip + Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client = Clients.of(nginx.baseUri()).build()) {
      Clients.assertComplete(client.members("tech-team").parallelism(4).readAll().members());

      assertThat(nginx.endAndLog())
          .hasSize(Upstream.MEMBERS / 10)
          .allMatch(access -> access.encoding().equals("gzip"));
    }
  }

  /** The API closes the connection in the middle of the first page. */
  @ParameterizedTest
  @ValueSource(strings = {"", "proxy_buffering off;", "gzip on; gzip_types application/json;"})
  void retriesATruncatedResponse(String directives) {
    upstream.respondFirstWith(Upstream::truncate);
    try (Nginx nginx = Nginx.http(directives + Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client = Clients.of(nginx.baseUri()).build()) {
      Clients.assertComplete(client.members("tech-team").readAll().members());

      List<Nginx.Access> log = nginx.endAndLog();
      assertThat(log).hasSize(Upstream.MEMBERS / 10 + 1);
      assertThat(log.get(0).target()).isEqualTo(log.get(1).target());
    }
  }

  /** nginx forwards over HTTP/1.0, where a body without a length ends with its connection. */
  @Test
  void retriesABodyThatEndsEarlyBehindTheGateway() {
    upstream.respondFirstWith(Upstream::endEarly);
    try (Nginx nginx = Nginx.http(Nginx.proxyTo(upstream.port()));
        AudienceMembersClient client = Clients.of(nginx.baseUri()).build()) {
      Clients.assertComplete(client.members("tech-team").readAll().members());

      assertThat(nginx.endAndLog()).hasSize(Upstream.MEMBERS / 10 + 1);
    }
  }

  @Test
  void repeatsARateLimitedRequestUntilItIsAllowed() {
    try (Nginx nginx = limited("20r/m", 429);
        AudienceMembersClient client = Clients.of(nginx.baseUri()).maxAttempts(2).build()) {
      client.members("tech-team").page(1);
      assertThat(client.members("tech-team").page(2).page()).isEqualTo(2);

      List<Integer> statuses = nginx.endAndLog().stream().map(Nginx.Access::status).toList();
      assertThat(statuses).startsWith(200, 429).endsWith(200).hasSizeBetween(3, 9);
    }
  }

  @Test
  void retriesAnUnavailableServerUpToTheMaximum() {
    try (Nginx nginx = limited("1r/m", 503);
        AudienceMembersClient client = Clients.of(nginx.baseUri()).maxAttempts(2).build()) {
      client.members("tech-team").page(1);
      ThriveApiException failure =
          catchThrowableOfType(ThriveApiException.class, () -> client.members("tech-team").page(2));

      assertThat(failure).isExactlyInstanceOf(ServerErrorException.class);
      assertThat(nginx.endAndLog()).extracting(Nginx.Access::status).containsExactly(200, 503, 503);
    }
  }

  private Nginx limited(String rate, int status) {
    return Nginx.http(
        "limit_req_zone $binary_remote_addr zone=few:64k rate=" + rate + ";",
        "limit_req zone=few; limit_req_status " + status + ";" + Nginx.proxyTo(upstream.port()));
  }

  private Nginx withSmallBuffers() {
    // This limits the request line, too.
    return Nginx.http("large_client_header_buffers 4 2k;", Nginx.proxyTo(upstream.port()));
  }

  /** The failure of a single attempt, which nginx ends with an error page of its own. */
  private ThriveApiException failure(Nginx nginx, String reference, String secret) {
    try (nginx;
        AudienceMembersClient client =
            Clients.of(nginx.baseUri())
                .credentials(Credentials.basic("eu-west-2_Tenant", secret))
                .maxAttempts(1)
                .build()) {
      ThriveApiException failure =
          catchThrowableOfType(ThriveApiException.class, () -> client.members(reference).page(1));

      assertThat(failure).hasMessageNotContaining("<").hasMessageContaining("" + failure.status());
      assertThat(nginx.endAndLog())
          .extracting(Nginx.Access::status)
          .containsExactly(failure.status());
      return failure;
    }
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
