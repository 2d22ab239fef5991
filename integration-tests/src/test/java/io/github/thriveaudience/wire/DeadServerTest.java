package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.RequestEvent;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many calls at once to a server that is down, in real time. */
@Timeout(60)
class DeadServerTest {
  private static final int CALLS = 200;
  private static final int MAX_REQUESTS = CALLS * 12 / 10;

  private final RateLimitedApi api = new RateLimitedApi();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  @Test
  void errorsOfAGatewayAreNotMultiplied() throws Exception {
    try (api) {
      api.rule = (audience, inFlight) -> 502;

      callInParallel();

      assertThat(api.requests).hasSizeBetween(1, MAX_REQUESTS);
    }
  }

  @Test
  void refusedConnectionsAreNotMultiplied() throws Exception {
    api.close();

    callInParallel();

    assertThat(requests.get()).isBetween(1, MAX_REQUESTS);
  }

  private void callInParallel() throws Exception {
    try (AudienceMembersClient client =
        api.client().callTimeout(Duration.ofMillis(500)).addListener(counting()).build()) {
      ConcurrentTasks.runAll(
          Executors.newFixedThreadPool(CALLS),
          CALLS,
          () -> {
            assertThat(catchThrowable(() -> client.members("team-1").page(1)))
                .isInstanceOf(ThriveException.class);
            return failures.incrementAndGet();
          });
    }
    assertThat(failures).hasValue(CALLS);
  }

  private ClientListener counting() {
    return new ClientListener() {
      @Override
      public void onRequest(RequestEvent event) {
        requests.incrementAndGet();
      }
    };
  }
}
