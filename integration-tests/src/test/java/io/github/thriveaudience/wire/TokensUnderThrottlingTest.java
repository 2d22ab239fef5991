package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.ThrottledEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Token requests of a client that the API throttles. */
@Timeout(30)
class TokensUnderThrottlingTest {
  private final CountDownLatch tokenIsRequestedAgain = new CountDownLatch(1);
  private final CountDownLatch throttled = new CountDownLatch(1);
  private final CountDownLatch tokenRequestIsRetried = new CountDownLatch(1);

  private final RateLimitedApi api = new RateLimitedApi();

  /**
   * A token is rejected and the request for the next one fails; before that failure, another call
   * is told to wait for longer than the test lasts.
   */
  @Test
  void areNotHeldBack() throws Exception {
    api.retryAfter = "60";
    api.rule = (audience, inFlight) -> audience.equals("held-1") ? afterTheTokenRequest() : 401;
    api.tokens = this::respondToTokenRequest;
    AudienceMembersClient client = client();
    try (api) {
      CompletableFuture<Throwable> held = call(client, "held-1");
      ConcurrentTasks.await(() -> api.tokenRequests.get() == 1);
      CompletableFuture<Throwable> rejected = call(client, "rejected-1");

      assertThat(tokenRequestIsRetried.await(10, TimeUnit.SECONDS)).isTrue();

      assertThat(api.requests).hasSize(2);
      client.close();
      assertThat(held.get()).isExactlyInstanceOf(IllegalStateException.class);
      assertThat(rejected.get()).isExactlyInstanceOf(IllegalStateException.class);
    } finally {
      client.close();
    }
  }

  private AudienceMembersClient client() {
    return api.client()
        .credentials(WireTest.OAUTH2)
        .tokenUri(api.tokenUri())
        .callTimeout(Duration.ofMinutes(5))
        .addListener(
            new ClientListener() {
              @Override
              public void onThrottled(ThrottledEvent event) {
                throttled.countDown();
              }
            })
        .build();
  }

  private static CompletableFuture<Throwable> call(AudienceMembersClient client, String audience) {
    return CompletableFuture.supplyAsync(
        () -> catchThrowable(() -> client.members(audience).page(1)));
  }

  private int afterTheTokenRequest() {
    await(tokenIsRequestedAgain);
    return 429;
  }

  private void respondToTokenRequest(HttpExchange exchange) throws IOException {
    switch (api.tokenRequests.get()) {
      case 1 -> RateLimitedApi.token(exchange);
      case 2 -> {
        tokenIsRequestedAgain.countDown();
        await(throttled);
        exchange.sendResponseHeaders(500, -1);
        exchange.close();
      }
      default -> {
        tokenRequestIsRetried.countDown();
        RateLimitedApi.token(exchange);
      }
    }
  }

  private static void await(CountDownLatch event) {
    try {
      event.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
