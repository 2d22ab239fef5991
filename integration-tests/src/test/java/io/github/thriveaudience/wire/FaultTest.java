package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.Authentication;
import io.github.thriveaudience.internal.Connection;
import io.github.thriveaudience.internal.Destination;
import io.github.thriveaudience.internal.Limits;
import io.github.thriveaudience.internal.MembersGateway;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow, dying and untrusted servers, and the end of a client. */
class FaultTest extends WireTest {
  private static final String PASSWORD = "changeit";

  @TempDir static Path folder;
  private static Path keyStore;

  private final TestTime time = new TestTime();

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
  void aBodyThatDribblesDoesNotOutliveTheDeadline() {
    answer(json(Pages.page(1, 1, 1000)).withChunkedDribbleDelay(100, 60_000));
    AudienceMembersClient client = builder().callTimeout(Duration.ofMillis(400)).build();

    long start = System.nanoTime();
    assertThatThrownBy(() -> client.members("tech-team").page(1))
        .isExactlyInstanceOf(ThriveTimeoutException.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void anAttemptThatTakesTooLongIsTriedAgain() {
    answer(json(Pages.page(1, 1, 1000)).withFixedDelay(60_000));
    Limits limits = new Limits(Duration.ofMillis(100), Duration.ofMinutes(2), 4, 1 << 24);

    assertThatThrownBy(() -> gateway(baseUri(), limits).list("tech-team", 1, 1000))
        .isExactlyInstanceOf(ThriveTimeoutException.class)
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(3));
    assertThat(time.waits).hasSize(3);
  }

  @Test
  void delaysThatVaryAreBorne() {
    answer(json(Pages.page(1, 1, 1000)).withLogNormalRandomDelay(5, 0.5));

    IntStream.range(0, 50)
        .forEach(i -> assertThat(client().members("tech-team").page(1).members()).hasSize(1));
  }

  @Test
  void aServerThatDiesAndComesBackInTheMiddleOfAListingIsWaitedFor() {
    WireMockServer first = pages(0);
    int port = first.port();
    AtomicReference<WireMockServer> second = new AtomicReference<>();
    Limits limits = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), 4, 1 << 24);
    MembersGateway gateway = gateway(URI.create("http://127.0.0.1:" + port + "/rest/v1"), limits);
    time.onWait = () -> second.compareAndSet(null, second.get() == null ? pages(port) : null);

    assertThat(gateway.list("tech-team", 1, 10).results()).hasSize(10);
    first.stop();
    assertThat(gateway.list("tech-team", 2, 10).results()).hasSize(10);
    assertThat(gateway.list("tech-team", 3, 10).results()).hasSize(5);

    assertThat(time.waits).isNotEmpty();
    second.get().stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "500 Failed"})
  void aBodyWithoutEndIsGivenUp(String status) throws Exception {
    try (RawServer server = new RawServer()) {
      CompletableFuture<Throwable> failure =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowable(
                      () ->
                          builder()
                              .baseUri(server.baseUri())
                              .build()
                              .members("tech-team")
                              .page(1)));
      byte[] chunk = ("1000\r\n" + "a".repeat(0x1000) + "\r\n").getBytes(ISO_8859_1);
      try (Socket open =
          server.answer("HTTP/1.1 " + status + "\r\nTransfer-Encoding: chunked\r\n\r\n")) {
        assertThatThrownBy(
                () -> {
                  while (true) {
                    open.getOutputStream().write(chunk);
                  }
                })
            .as("the connection is given up")
            .isInstanceOf(IOException.class);
      }
      assertThat(failure.get())
          .isExactlyInstanceOf(
              status.startsWith("200")
                  ? MalformedResponseException.class
                  : ServerErrorException.class);
    }
  }

  @Test
  void aCertificateThatIsNotTrustedIsRefusedAtOnce() {
    WireMockServer tls = tls();
    try {
      AudienceMembersClient client = builder().maxAttempts(4).baseUri(uri(tls, "localhost")).build();

      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("certificate");
      assertThat(tls.findAll(anyRequestedFor(anyUrl())))
          .isEmpty();
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

  @Test
  void closingEndsACallThatIsUnderWay() throws Exception {
    try (RawServer server = new RawServer()) {
      AudienceMembersClient client = builder().baseUri(server.baseUri()).build();
      CompletableFuture<Throwable> failure =
          CompletableFuture.supplyAsync(
              () -> catchThrowable(() -> client.members("tech-team").page(1)));
      try (Socket open = server.answer("")) {
        client.close();

        assertThat(failure.get())
            .isExactlyInstanceOf(IllegalStateException.class)
            .hasMessage("this client is closed");
        assertThat(open.isConnected()).isTrue();
      }
    }
  }

  @Test
  void closingEndsAWaitBetweenAttempts() throws Exception {
    answer(aResponse().withStatus(503).withHeader("Retry-After", "60"));
    AudienceMembersClient client = builder().maxAttempts(4).build();
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(
            () -> catchThrowable(() -> client.members("tech-team").page(1)));
    await(() -> requests().size() == 1);

    client.close();

    assertThat(failure.get()).isExactlyInstanceOf(IllegalStateException.class);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void aThousandClientsLeaveNoThreadAndNoSocketBehind() {
    answer(json(Pages.page(1, 1, 1000)));
    long before = httpThreads();
    long socketsBefore = openFiles();

    for (int i = 0; i < 1000; i++) {
      try (AudienceMembersClient client = builder().build()) {
        assertThat(client.members("tech-team").page(1).members()).hasSize(1);
      }
      if (i % 100 == 0) {
        System.gc();
      }
    }

    // Before Java 21 an HTTP client ends when the collector finds that nothing refers to it.
    await(
        () -> {
          System.gc();
          return httpThreads() <= before && openFiles() <= socketsBefore + 20;
        });
  }

  /** Open files and sockets of this process; the server's own few come and go. */
  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private MembersGateway gateway(URI baseUri, Limits limits) {
    return new MembersGateway(
        new Destination("TEST", baseUri),
        (Authentication) Credentials.basic("eu-west-2_Tenant", SECRET),
        new Connection(HttpClient.newHttpClient(), true, limits, time));
  }

  private static long httpThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("HttpClient-"))
        .filter(Thread::isAlive)
        .count();
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static WireMockServer tls() {
    WireMockServer tls =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
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

  private static WireMockServer pages(int port) {
    WireMockServer server =
        new WireMockServer(
            port == 0
                ? options().bindAddress("127.0.0.1").dynamicPort()
                : options().bindAddress("127.0.0.1").port(port));
    server.start();
    IntStream.rangeClosed(1, 3)
        .forEach(
            page ->
                server.stubFor(
                    get(anyUrl())
                        .withQueryParam(
                            "page",
                            equalTo("" + page))
                        .willReturn(json(Pages.page(25, page, 10)))));
    return server;
  }
}
