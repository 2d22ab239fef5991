package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call with its attempts. It decides whether another attempt follows a failure; the {@link
 * Gate} decides when a request may leave. For one thread.
 */
final class RetriedCall {
  private static final Set<Integer> STATUSES = Set.of(408, 429, 500, 502, 503, 504);

  /** How often credentials may expire while a request waits at the gate: it must leave one day. */
  private static final int MAX_STALE = 3;

  private static final Backoff BETWEEN_ATTEMPTS = Backoff.betweenAttempts(RetryExecutor::jitter);
  private static final Backoff BEFORE_SENDING = Backoff.beforeSending(RetryExecutor::jitter);

  private final CallContext context;
  private final CallOwner owner;
  private final CallCredentials credentials;
  private final Gate gate;
  private final Ticket ticket;
  private final RetryExecutor shared;
  private final Time time;
  private final FailedAttempts failures;
  private boolean renewed;

  RetriedCall(
      CallContext context,
      CallOwner owner,
      CallCredentials credentials,
      Gate gate,
      RetryExecutor shared) {
    this.context = context;
    this.owner = owner;
    this.credentials = credentials;
    this.gate = gate;
    this.shared = shared;
    this.time = shared.time();
    this.failures = new FailedAttempts(shared.limits());
    this.ticket = new Ticket(owner, failures.allowRetries());
  }

  <T> T run(Function<CallContext, T> attempt) {
    try {
      while (true) {
        try {
          T result = attemptInTurn(attempt);
          gate.responded(ticket, time.nanos());
          return result;
        } catch (ThriveException failure) {
          context.identify(failure);
          pause(backoff(failure));
        }
      }
    } catch (NonRetryableException e) {
      context.identify(e.failure());
      throw failures.with(e.failure());
    } finally {
      gate.left(ticket, time.nanos());
      shared.notifyOfEnd(context.call().endpoint(), gate);
    }
  }

  private <T> T attemptInTurn(Function<CallContext, T> attempt) {
    requireTime();
    passGate();
    for (int i = 0; i < MAX_STALE && !credentials.areReady(); i++) {
      // Requests that wait for credentials after the gate would all leave at once.
      gate.left(ticket, time.nanos());
      passGate();
    }
    return attempt.apply(context);
  }

  private void passGate() {
    credentials.prepare(context);
    awaitGate();
  }

  /** Waits until a request may leave, which does not count against the timeout of the call. */
  private void awaitGate() {
    long begin = time.nanos();
    while (true) {
      long now = time.nanos();
      failInOldOutage(now);
      GateWait wait = gate.admit(ticket, now);
      if (wait == null) {
        context.queued(now - begin);
        return;
      }
      requirePause(now);
      sleep(Duration.ofNanos(wait.nanos()), wait.change());
    }
  }

  /** In an outage that is older than its limit a call makes one attempt. */
  private void failInOldOutage(long now) {
    ThriveException last = failures.last();
    if (last != null && Outage.isSign(last) && gate.isOutageOld(now)) {
      throw new NonRetryableException(last);
    }
  }

  /** Checks that the server allows a request before the call, or its listing, must have ended. */
  private void requirePause(long now) {
    ServerPause pause = gate.pause();
    Duration left = Duration.ofNanos(pause.end() - now);
    if (!isAcceptable(left)) {
      throw new NonRetryableException(tooLong(pause.status(), left));
    }
  }

  private boolean isAcceptable(Duration pause) {
    return pause.compareTo(shared.limits().callTimeout()) < 0 && pause.compareTo(owner.left()) < 0;
  }

  private ThriveException tooLong(int status, Duration left) {
    String message =
        Texts.format(
            "%s throttles this client for another %d s, longer than the %s for %s.",
            context.call().destination(),
            left.toSeconds(),
            left.compareTo(shared.limits().callTimeout()) < 0
                ? "rest of the deadline"
                : "timeout of the call",
            context.call().subject());
    return ApiExceptions.of(ApiError.of(status).withRetryAfter(left), message);
  }

  /** A renewed token may be there only when the time of the call is up. */
  private void requireTime() {
    ThriveException last = failures.last();
    if (last != null && context.left().isZero()) {
      throw new NonRetryableException(last);
    }
  }

  private void pause(Duration backoff) {
    if (!backoff.isZero()) {
      sleep(backoff, null);
    }
  }

  private void sleep(Duration wait, @Nullable CountDownLatch early) {
    try {
      shared.sleep(wait, early);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Returns the backoff if another attempt follows, or throws the failure that ends the call. */
  private Duration backoff(ThriveException failure) {
    if (ApiExceptions.isRejection(failure, context.status())) {
      return afterRejection(failure);
    }
    if (ApiExceptions.isThrottled(failure) && mayRepeat(failure)) {
      return afterRefusal((ThriveApiException) failure);
    }
    Duration atGate = note(failure);
    Duration own = own(failure);
    boolean isTooLate = Outage.isSign(failure) && gate.isOutageOld(time.nanos());
    if (isTooLate || !isWorthIt(failure) || !failures.allowAnother() || !context.allows(own)) {
      throw new NonRetryableException(failure);
    }
    return announced(failure, own, atGate);
  }

  /** Renews rejected credentials once a call: a second rejection has another cause. */
  private Duration afterRejection(ThriveException failure) {
    // To renew them may take time, in which other calls may leave.
    gate.responded(ticket, time.nanos());
    failures.addUncounted(failure);
    if (renewed || !credentials.renew(context) || !failures.allowRetries()) {
      throw new NonRetryableException(failure);
    }
    renewed = true;
    return announced(failure, Duration.ZERO, Duration.ZERO);
  }

  /** The gate repeats what the server refuses, at no cost for the call. */
  private Duration afterRefusal(ThriveApiException failure) {
    Duration wait = Objects.requireNonNullElse(failure.retryAfter(), Duration.ZERO);
    Duration obeyed = Collections.min(List.of(wait, Gate.MAX_PAUSE));
    Refusal refusal = gate.refused(ticket, failure.status(), obeyed.toNanos(), time.nanos());
    if (refusal.lowers()) {
      shared.events().onThrottled(event(failure, refusal, obeyed));
    }
    failures.addUncounted(failure);
    if (refusal.isFinal() || !failures.allowRetries() || !isAcceptable(wait)) {
      throw new NonRetryableException(failure);
    }
    return announced(failure, Duration.ZERO, obeyed);
  }

  private ThrottledEvent event(ThriveApiException failure, Refusal refusal, Duration obeyed) {
    return ThrottledEvent.of(
        context.info(),
        failure.status(),
        failure.requestId(),
        obeyed,
        refusal.perSecond(),
        refusal.begins());
  }

  /** Tells the gate, and returns how long the gate holds the call back at least. */
  private Duration note(ThriveException failure) {
    long now = time.nanos();
    if (failure instanceof RequestNotSentException) {
      failures.addNotSent(failure);
      gate.left(ticket, now);
    } else if (Outage.isSign(failure)) {
      if (gate.failed(ticket, now)) {
        failures.addProbe(failure);
      } else {
        failures.addAttempt(failure);
      }
      return Duration.ofNanos(ticket.notBefore - now);
    } else {
      failures.addAttempt(failure);
      if (isResponse(failure)) {
        gate.responded(ticket, now);
      }
    }
    return Duration.ZERO;
  }

  /** The backoff of the call, beside what the gate holds it back. */
  private Duration own(ThriveException failure) {
    if (failure instanceof RequestNotSentException) {
      return BEFORE_SENDING.after(failures.notSent());
    }
    if (Outage.isSign(failure) && !failures.countProbes()) {
      return Duration.ZERO;
    }
    // Where probes count as attempts, they must not be used up within a second.
    Duration own = BETWEEN_ATTEMPTS.after(failures.counted());
    return failure instanceof ThriveApiException response && response.retryAfter() != null
        ? Collections.max(List.of(own, response.retryAfter()))
        : own;
  }

  /** Notifies the listeners of a retry, and returns its backoff. */
  private Duration announced(ThriveException failure, Duration own, Duration atGate) {
    Duration wait = Collections.max(List.of(own, atGate));
    shared
        .events()
        .onRetry(RetryEvent.of(context.info(), failures.size(), context.status(), failure, wait));
    return own;
  }

  /** Whether another request does what the last one may have done. */
  private boolean mayRepeat(ThriveException failure) {
    return context.call().repeatable()
        || failure instanceof RequestNotSentException
        || failure instanceof RateLimitedException;
  }

  private boolean isWorthIt(ThriveException failure) {
    return mayRepeat(failure) && helps(failure);
  }

  private boolean helps(ThriveException failure) {
    return failure instanceof ThriveApiException response
        ? STATUSES.contains(response.status())
        : failure instanceof ThriveConnectionException || context.isMaybeTruncated();
  }

  private static boolean isResponse(ThriveException failure) {
    return failure instanceof ThriveApiException
        || failure instanceof MalformedResponseException
        || failure instanceof TokenRequestException;
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
