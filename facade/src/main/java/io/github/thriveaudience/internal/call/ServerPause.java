package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveApiException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How long the server has asked the whole client to wait, whichever of its calls was told. */
final class ServerPause {

  /** Until when, in the nanoseconds of {@link Time}, and by which status. */
  private record Order(long until, int status) {
    boolean isAfter(Order other) {
      return until - other.until > 0;
    }
  }

  /**
   * One mistaken answer must not silence a client for years; a server that means longer than this
   * says so again.
   */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final AtomicReference<Order> order;
  private final Time time;

  ServerPause(Time time) {
    this.time = time;
    this.order = new AtomicReference<>(new Order(time.nanos(), 0));
  }

  /**
   * Takes an order to wait from an answer that has one. A later, shorter one changes nothing.
   *
   * @return how long to wait, if this order is the longest now, else null
   */
  @Nullable Duration obey(ThriveApiException answer) {
    Duration wait = answer.retryAfter();
    if (wait == null || (answer.status() != 429 && answer.status() != 503)) {
      return null;
    }
    Duration obeyed = Collections.min(List.of(wait, LONGEST));
    Order latest = new Order(time.nanos() + obeyed.toNanos(), answer.status());
    Order before = order.getAndAccumulate(latest, (old, now) -> now.isAfter(old) ? now : old);
    return latest.isAfter(Objects.requireNonNull(before)) ? obeyed : null;
  }

  /** Zero or more. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, order().until() - time.nanos()));
  }

  private Order order() {
    return Objects.requireNonNull(order.get());
  }

  /** For a call that may not wait as long as it would have to. */
  ThriveApiException tooLong(CallDescription call) {
    Duration left = left();
    String message =
        Texts.format(
            "%s has asked this client to wait for %d s more, longer than the call for %s may take.",
            call.destination(), left.toSeconds(), call.subject());
    return ApiExceptions.of(ApiError.of(order().status()).withRetryAfter(left), message);
  }
}
