package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.ThrottledEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A rate limit that says for how long it refuses, in real time. */
@Timeout(30)
class RetryAfterTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final RateLimitedApi api = new RateLimitedApi();
  private final CountDownLatch refused = new CountDownLatch(1);

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void nothingIsSentBeforeItEndsAndThenNotAllAtOnce() throws Exception {
    api.latency = Duration.ofMillis(40);
    api.retryAfter = "1";
    api.rule = closedForASecondAfter(40);

    try (AudienceMembersClient client = api.client().build()) {
      List<Members> audiences =
          IntStream.range(0, 8).mapToObj(n -> client.members("team-" + n + "-10")).toList();
      assertThat(Listings.outcomes(audiences, 20)).containsOnly(Listings.WHOLE);
    }

    List<RateLimitedApi.Request> refused = api.refused();
    RateLimitedApi.Request last = refused.get(refused.size() - 1);
    assertThat(last.nanos() - refused.get(0).nanos())
        .as("only requests in flight were refused")
        .isLessThan(SECOND / 2);
    List<Long> after =
        api.requests.stream()
            .map(RateLimitedApi.Request::nanos)
            .filter(nanos -> nanos > last.nanos())
            .toList();
    assertThat(after.get(0) - last.nanos()).isGreaterThanOrEqualTo(SECOND);
    assertThat(after.get(7) - after.get(0)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(40));
  }

  /** Refuses for a second, once it has admitted this many requests. */
  private RateLimitedApi.Rule closedForASecondAfter(int requests) {
    AtomicLong end = new AtomicLong();
    return (audience, inFlight) -> {
      long now = System.nanoTime();
      if (api.requests.size() < requests) {
        return 200;
      }
      return now < end.updateAndGet(old -> old == 0 ? now + SECOND : old) ? 429 : 200;
    };
  }

  @Test
  void aYearIsTooLongForACall() {
    RateLimitedException failure = failure("31536000", api.client(), Duration.ofDays(1));

    assertThat(failure.retryAfter()).isBetween(Duration.ofDays(364), Duration.ofDays(365));
  }

  @Test
  void moreThanTheTimeoutOfACallIsTooLong() {
    RateLimitedException failure =
        failure("30", api.client().callTimeout(Duration.ofSeconds(20)), Duration.ofDays(1));

    assertThat(failure.retryAfter()).isBetween(Duration.ofSeconds(28), Duration.ofSeconds(30));
  }

  @Test
  void moreThanWhatIsLeftOfTheDeadlineIsTooLong() {
    RateLimitedException failure = failure("30", api.client(), Duration.ofSeconds(20));

    assertThat(failure.retryAfter()).isBetween(Duration.ofSeconds(28), Duration.ofSeconds(30));
  }

  /** The failure of a reading that sent one request, and did not wait. */
  private RateLimitedException failure(
      String retryAfter, AudienceMembersClient.Builder builder, Duration deadline) {
    api.rule = (audience, inFlight) -> 429;
    api.retryAfter = retryAfter;
    long begin = System.nanoTime();
    try (AudienceMembersClient client = builder.build()) {
      Members members = client.members("team-1").deadline(deadline);

      RateLimitedException failure =
          catchThrowableOfType(RateLimitedException.class, members::readAll);

      assertThat(System.nanoTime() - begin).isLessThan(5 * SECOND);
      assertThat(api.requests).hasSize(1);
      return failure;
    }
  }

  @Test
  void closingEndsCallsThatWait() throws Exception {
    AudienceMembersClient client = throttled();
    FutureTask<Throwable> first = call(client);
    start(first);
    refused.await();
    FutureTask<Throwable> second = call(client);
    awaitWaiting(start(second));

    client.close();

    for (FutureTask<Throwable> call : List.of(first, second)) {
      assertThat(call.get(5, TimeUnit.SECONDS))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("this client is closed");
    }
    assertThat(api.requests).hasSize(1);
  }

  @Test
  void interruptionEndsACallThatWaits() throws Exception {
    try (AudienceMembersClient client = throttled()) {
      FutureTask<Throwable> first = call(client);
      start(first);
      refused.await();
      FutureTask<Throwable> second = call(client);
      Thread thread = start(second);
      awaitWaiting(thread);

      thread.interrupt();

      assertThat(second.get(5, TimeUnit.SECONDS))
          .isExactlyInstanceOf(ThriveInterruptedException.class);
      assertThat(first).isNotDone();
      assertThat(api.requests).hasSize(1);
    }
  }

  /** A client that waits for longer than the test lasts. */
  private AudienceMembersClient throttled() {
    api.rule = (audience, inFlight) -> 429;
    api.retryAfter = "60";
    return api.client()
        .callTimeout(Duration.ofMinutes(5))
        .addListener(
            new ClientListener() {
              @Override
              public void onThrottled(ThrottledEvent event) {
                refused.countDown();
              }
            })
        .build();
  }

  private static FutureTask<Throwable> call(AudienceMembersClient client) {
    return new FutureTask<>(() -> catchThrowable(() -> client.members("team-1").page(1)));
  }

  private static Thread start(FutureTask<Throwable> call) {
    Thread thread = new Thread(call);
    thread.start();
    return thread;
  }

  private static void awaitWaiting(Thread thread) {
    ConcurrentTasks.await(
        () ->
            thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING);
  }
}
