package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveApiException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How long a rate limit ({@code Retry-After}) holds back all calls of a client. */
final class ServerPause {

  /** The end of the pause in the nanoseconds of {@link Time}, and the status that demanded it. */
  private record Order(long until, int status) {
    boolean isAfter(Order other) {
      return until - other.until > 0;
    }
  }

  /**
   * A single wrong header must not stop a client for years. A server that means longer repeats it.
   */
  private static final Duration MAX_PAUSE = Duration.ofHours(1);

  private final AtomicReference<Order> order;
  private final Time time;

  ServerPause(Time time) {
    this.time = time;
    this.order = new AtomicReference<>(new Order(time.nanos(), 0));
  }

  /**
   * Takes the wait that a response demands. A shorter one changes nothing.
   *
   * @return the wait if it is now the longest, or null
   */
  @Nullable Duration obey(ThriveApiException response) {
    Duration wait = response.retryAfter();
    if (wait == null || (response.status() != 429 && response.status() != 503)) {
      return null;
    }
    Duration obeyed = Collections.min(List.of(wait, MAX_PAUSE));
    Order latest = new Order(time.nanos() + obeyed.toNanos(), response.status());
    Order before = order.getAndAccumulate(latest, (old, now) -> now.isAfter(old) ? now : old);
    return latest.isAfter(Objects.requireNonNull(before)) ? obeyed : null;
  }

  /** The rest of the pause, zero or more. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, order().until() - time.nanos()));
  }

  private Order order() {
    return Objects.requireNonNull(order.get());
  }

  /** The exception of a call whose timeout is shorter than the pause. */
  ThriveApiException tooLong(CallDescription call) {
    Duration left = left();
    String message =
        Texts.format(
            "%s throttles this client for another %d s, longer than the timeout of the call for %s.",
            call.destination(), left.toSeconds(), call.subject());
    return ApiExceptions.of(ApiError.of(order().status()).withRetryAfter(left), message);
  }
}
