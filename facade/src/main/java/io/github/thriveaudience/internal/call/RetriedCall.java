package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One call with its attempts. It decides when an attempt may begin, and whether another one follows
 * a failure. For one thread.
 */
final class RetriedCall {
  private static final Set<Integer> STATUSES = Set.of(408, 429, 500, 502, 503, 504);
  private static final Backoff BETWEEN_ATTEMPTS = Backoff.betweenAttempts(RetryExecutor::jitter);
  private static final Backoff BEFORE_SENDING = Backoff.beforeSending(RetryExecutor::jitter);
  private static final long RETURN_SPREAD = Duration.ofSeconds(1).toNanos();

  private final CallContext context;
  private final AttemptListener listener;
  private final Predicate<CallContext> renewal;
  private final Outage outage;
  private final RetryExecutor shared;
  private final Time time;
  private final FailedAttempts failures;

  /** When the backoff of this call ends. */
  private long earliest;

  private boolean renewed;

  RetriedCall(
      CallContext context,
      AttemptListener listener,
      Predicate<CallContext> renewal,
      Outage outage,
      RetryExecutor shared) {
    this.context = context;
    this.listener = listener;
    this.renewal = renewal;
    this.outage = outage;
    this.shared = shared;
    this.time = shared.time();
    this.failures = new FailedAttempts(shared.limits());
    this.earliest = time.nanos();
  }

  <T> T run(Function<CallContext, T> attempt) {
    try {
      while (true) {
        try {
          T result = attemptInTurn(attempt);
          outage.responded();
          return result;
        } catch (ThriveException failure) {
          context.identify(failure);
          listener.failed(failure);
          prepareRetry(failure);
        }
      }
    } catch (NonRetryableException e) {
      context.identify(e.failure());
      throw failures.with(e.failure());
    } finally {
      outage.left(context);
    }
  }

  private <T> T attemptInTurn(Function<CallContext, T> attempt) {
    try {
      if (failures.allowRetries()) {
        awaitTurn();
      }
      awaitListener();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    try {
      awaitPause();
      requireTime();
      return attempt.apply(context);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      listener.end();
    }
  }

  /** Waits for the end of the backoff, and for the end of an outage or the turn to probe. */
  private void awaitTurn() throws InterruptedException {
    long begin = time.nanos();
    boolean heldBack = false;
    while (true) {
      long now = time.nanos();
      failInOldOutage(now);
      Outage.Wait due = outage.waitOf(context, now);
      if (heldBack && due.change() == null) {
        // Otherwise all calls that waited for the end of an outage would be sent at the same
        // instant.
        earliest = now + (long) (Math.min(now - begin, RETURN_SPREAD) * RetryExecutor.jitter());
        heldBack = false;
      }
      long wait = Math.max(due.nanos(), earliest - now);
      if (wait <= 0) {
        return;
      }
      heldBack |= due.change() != null && !due.probe();
      sleep(wait, due);
    }
  }

  /** In an outage that is older than its limit a call makes one attempt. */
  private void failInOldOutage(long now) {
    ThriveException last = failures.last();
    if (last != null && Outage.isSign(last) && outage.isOld(now)) {
      throw new NonRetryableException(last);
    }
  }

  private void sleep(long nanos, Outage.Wait due) throws InterruptedException {
    requireTime();
    Duration wait = Collections.min(List.of(context.left(), Duration.ofNanos(nanos)));
    shared.sleep(wait, due.change());
  }

  /** Checks that there is time left for an attempt. */
  private void requireTime() {
    if (context.left().isZero()) {
      throw new NonRetryableException(
          Objects.requireNonNullElseGet(failures.last(), this::timeIsUp));
    }
  }

  /**
   * Waits for a place in the listing's queue, which does not count against the timeout of the call.
   */
  private void awaitListener() throws InterruptedException {
    long begin = time.nanos();
    try {
      listener.begin(listener.left());
    } catch (TimeoutException e) {
      throw new NonRetryableException(
          Objects.requireNonNullElseGet(failures.last(), this::timeIsUp));
    }
    context.exclude(time.nanos() - begin);
  }

  private void awaitPause() throws InterruptedException {
    Duration left = shared.pause().left();
    while (!left.isZero()) {
      if (!context.allows(left)) {
        throw new NonRetryableException(shared.pause().tooLong(context.call()));
      }
      shared.sleep(left, null);
      left = shared.pause().left();
    }
  }

  /** Returns if another attempt follows, or throws the failure that ends the call. */
  private void prepareRetry(ThriveException failure) {
    if (hasRenewed(failure) && failures.allowRetries()) {
      failures.addRejectedToken(failure);
      announce(failure, Duration.ZERO);
      return;
    }
    note(failure);
    Duration wait = wait(failure);
    if (!isWorthIt(failure) || !failures.allowAnother() || !context.allows(wait)) {
      throw new NonRetryableException(failure);
    }
    announce(failure, wait);
    earliest = time.nanos() + wait.toNanos();
  }

  /** Renews rejected credentials once a call: a second rejection has another cause. */
  private boolean hasRenewed(ThriveException failure) {
    boolean now = failure instanceof UnauthorizedException && !renewed && renewal.test(context);
    renewed |= now;
    return now;
  }

  private void note(ThriveException failure) {
    if (failure instanceof RequestNotSentException) {
      failures.addNotSent(failure);
    } else if (Outage.isSign(failure)) {
      noteSign(failure);
    } else {
      failures.addAttempt(failure);
      if (isResponse(failure)) {
        outage.responded();
      }
    }
  }

  private void noteSign(ThriveException failure) {
    boolean probe = outage.isProbedBy(context);
    outage.failed(context, time.nanos());
    if (probe) {
      failures.addProbe(failure);
    } else {
      failures.addAttempt(failure);
    }
    if (outage.isOld(time.nanos())) {
      throw new NonRetryableException(failure);
    }
  }

  private Duration wait(ThriveException failure) {
    if (failure instanceof RequestNotSentException) {
      return BEFORE_SENDING.after(failures.notSent());
    }
    Duration own = BETWEEN_ATTEMPTS.after(failures.counted());
    if (Outage.isSign(failure)) {
      Duration turn = untilProbe();
      // Where probes count as attempts, they must not be used up within a second.
      return turn == null
          ? own
          : Collections.max(List.of(turn, failures.countProbes() ? own : turn));
    }
    return failure instanceof ThriveApiException response
        ? Collections.max(List.of(own, retryAfter(response)))
        : own;
  }

  /** The wait until this call sends a probe, or null if another call does. */
  private @Nullable Duration untilProbe() {
    Outage.Wait due = outage.waitOf(context, time.nanos());
    return due.probe() ? Duration.ofNanos(Math.max(0, due.nanos())) : null;
  }

  /** The wait of {@code Retry-After}. A rate limit holds back all calls of the client. */
  private Duration retryAfter(ThriveApiException response) {
    Duration pausing = shared.pause().obey(response);
    if (pausing != null) {
      shared
          .events()
          .onThrottled(
              ThrottledEvent.of(context.info(), response.status(), response.requestId(), pausing));
    }
    return Objects.requireNonNullElse(response.retryAfter(), Duration.ZERO);
  }

  private void announce(ThriveException failure, Duration wait) {
    shared
        .events()
        .onRetry(RetryEvent.of(context.info(), failures.size(), context.status(), failure, wait));
  }

  private boolean isWorthIt(ThriveException failure) {
    return failure instanceof ThriveApiException response
        ? STATUSES.contains(response.status())
        : failure instanceof ThriveConnectionException || context.isMaybeTruncated();
  }

  private static boolean isResponse(ThriveException failure) {
    return failure instanceof ThriveApiException
        || failure instanceof MalformedResponseException
        || failure instanceof TokenRequestException;
  }

  private ThriveTimeoutException timeIsUp() {
    String why = outage.isLasting() ? ", which does not respond to this client" : "";
    return new ThriveTimeoutException(
        Texts.format(
            "The timeout for %s expired before a request to %s could be sent%s.",
            context.call().subject(), context.call().destination(), why),
        null);
  }

  private NonRetryableException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new NonRetryableException(
        new ThriveInterruptedException(
            Texts.format(
                "The thread was interrupted between two attempts of the call of %s for %s.",
                context.call().destination(), context.call().subject()),
            cause));
  }
}
