package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that opens no tunnel to the API. Nothing goes beyond it. */
class ProxyTest {
  private final RawServer proxy = new RawServer();

  @AfterEach
  void close() {
    proxy.close();
  }

  @Test
  void oneThatAsksForCredentialsIsNamedSo() throws Exception {
    CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(this::failure);

    proxy
        .answer(
            "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nX-Request-Id: req-1\r\n"
                + "Content-Length: 5\r\n\r\nplain")
        .close();

    assertThat(failure.get())
        .isInstanceOfSatisfying(
            UnexpectedStatusException.class,
            answer -> {
              assertThat(answer.status()).isEqualTo(407);
              assertThat(answer.requestId()).isEqualTo("req-1");
              assertThat(answer).hasMessageContaining("a proxy on the way asks for credentials");
            });
  }

  /** The JDK keeps any other answer to itself. */
  @ParameterizedTest
  @ValueSource(ints = {403, 502})
  void oneThatRefusesIsNoWayToTheServer(int status) throws Exception {
    CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(this::failure);

    proxy.answer("HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n".formatted(status)).close();

    assertThat(failure.get()).isExactlyInstanceOf(ThriveConnectionException.class);
  }

  private Throwable failure() {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.baseUri().getPort());
    try (AudienceMembersClient client =
        AudienceMembersClient.builder()
            .environment(ThriveEnvironment.PRODUCTION)
            .credentials(Credentials.basic("eu-west-2_Tenant", WireTest.SECRET))
            .httpClient(HttpClient.newBuilder().proxy(ProxySelector.of(address)).build())
            .requestTimeout(Duration.ofMinutes(2))
            .maxAttempts(1)
            .build()) {
      return catchThrowable(() -> client.members("tech-team").page(1));
    }
  }
}
