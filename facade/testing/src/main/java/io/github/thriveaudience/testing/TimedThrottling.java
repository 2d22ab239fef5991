package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.http.Request;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Throttles for a time that begins with the first request. */
final class TimedThrottling implements FaultResponder {
  private static final long SECOND = 1_000_000_000;

  private final Duration time;
  private @Nullable Long end;

  TimedThrottling(Duration time) {
    this.time = time;
  }

  @Override
  public @Nullable StubResponse respond(Request request, Tenant tenant) {
    long now = System.nanoTime();
    if (end == null) {
      end = now + time.toNanos();
    }
    long left = end - now;
    return left > 0 ? Responses.throttled((left + SECOND - 1) / SECOND) : null;
  }
}
