package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The effect of each setting of access tokens on the requests for them. */
@Timeout(60)
class AccessTokensSettingsTest extends WireTest {
  private static final String TOKEN =
      "{\"access_token\":\"" + SECRET + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

  private final AccessTokens.Builder builder = tokensBuilder();

  @Test
  void requestTimeoutEndsAnAttempt() throws Exception {
    try (RawServer silent = new RawServer()) {
      builder
          .tokenUri(silent.baseUri())
          .maxAttempts(1)
          .requestTimeout(Duration.ofMillis(300))
          .connectTimeout(Duration.ofSeconds(30));
      CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(this::failure);

      Socket open = silent.respond("");
      assertThat(failure.get())
          .isExactlyInstanceOf(ThriveTimeoutException.class)
          .hasMessageContaining(" within 300 ms.");
      open.close();
    }
  }

  @Test
  void callTimeoutAllowsNoRetryAfterIt() {
    respond(error(429).withHeader("Retry-After", "5"));
    builder.callTimeout(Duration.ofSeconds(5));

    assertThat(failure())
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
    assertThat(requests()).hasSize(1);
  }

  @Test
  void maxAttemptsLimitsTheRequests() {
    respond(error(500).withHeader("Retry-After", "0"));
    builder.maxAttempts(2);

    assertThat(failure()).isInstanceOf(ServerErrorException.class);
    assertThat(requests()).hasSize(2);
  }

  @Test
  void maxResponseSizeLimitsTheBody() {
    String large = TOKEN.replace(SECRET, SECRET.repeat(50));
    respond(json(large));
    builder.maxResponseSize(large.length() - 1);
    assertThat(failure()).isExactlyInstanceOf(MalformedResponseException.class);

    builder.maxResponseSize(large.length());
    assertThat(failure()).isNull();
  }

  @Test
  void usesAGivenHttpClientWithoutClosingIt() {
    respond(json(TOKEN));

    try (CustomHttpClient given = new CustomHttpClient()) {
      builder.httpClient(given.http);
      assertThat(failure()).isNull();
      assertThat(given.tasks).hasPositiveValue();
      assertThat(failure()).as("other access tokens with the same HTTP client").isNull();
    }
  }

  @Test
  void laterChangesOfTheBuilderHaveNoEffect() {
    respond(error(500).withHeader("Retry-After", "0"));
    RecordedEvents events = new RecordedEvents();

    try (AccessTokens tokens = builder.maxAttempts(2).build()) {
      builder.maxAttempts(1).maxResponseSize(1).addListener(events);
      assertThat(catchThrowable(tokens::current)).isInstanceOf(ServerErrorException.class);
    }
    assertThat(requests()).hasSize(2);
    assertThat(events.all).isEmpty();
  }

  @Test
  void unreachableEndpointIsAConnectionException() {
    RawServer gone = new RawServer();
    gone.close();
    builder.tokenUri(gone.baseUri()).maxAttempts(1);

    assertThat(failure())
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageContaining(gone.baseUri() + " (an access token)");
  }

  private static ResponseDefinitionBuilder error(int status) {
    return json("{\"status\":%d,\"error\":\"e\",\"message\":\"m\"}".formatted(status))
        .withStatus(status);
  }

  private Throwable failure() {
    try (AccessTokens tokens = builder.build()) {
      return catchThrowable(tokens::current);
    }
  }
}
