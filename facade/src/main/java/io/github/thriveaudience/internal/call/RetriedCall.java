package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call with its attempts: when each may begin, and whether another one follows. For one thread.
 */
final class RetriedCall {
  private static final Set<Integer> STATUSES = Set.of(408, 429, 500, 502, 503, 504);
  private static final Backoff BETWEEN_ATTEMPTS = Backoff.betweenAttempts(RetryExecutor::jitter);
  private static final Backoff BEFORE_SENDING = Backoff.beforeSending(RetryExecutor::jitter);
  private static final long RETURN_SPREAD = Duration.ofSeconds(1).toNanos();

  private final CallContext ongoing;
  private final AttemptListener listener;
  private final Outage outage;
  private final RetryExecutor shared;
  private final Time time;
  private final FailedAttempts failures;

  /** When the next attempt may begin, as far as this call alone is concerned. */
  private long earliest;

  RetriedCall(CallContext ongoing, AttemptListener listener, Outage outage, RetryExecutor shared) {
    this.ongoing = ongoing;
    this.listener = listener;
    this.outage = outage;
    this.shared = shared;
    this.time = shared.time();
    this.failures = new FailedAttempts(shared.limits());
    this.earliest = time.nanos();
  }

  <T> T run(Supplier<T> attempt) {
    try {
      while (true) {
        try {
          T result = attemptInTurn(attempt);
          outage.responded();
          return result;
        } catch (ThriveException failure) {
          ongoing.identify(failure);
          listener.failed(failure);
          prepareRetry(failure);
        }
      }
    } catch (NonRetryableException e) {
      ongoing.identify(e.failure());
      throw failures.with(e.failure());
    } finally {
      outage.left(ongoing);
    }
  }

  private <T> T attemptInTurn(Supplier<T> attempt) {
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
      return attempt.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      listener.end();
    }
  }

  /** Waits for what this call owes itself, and for the end of an outage or its turn to probe. */
  private void awaitTurn() throws InterruptedException {
    long begin = time.nanos();
    boolean heldBack = false;
    while (true) {
      long now = time.nanos();
      requireHope(now);
      Outage.Wait due = outage.waitOf(ongoing, now);
      if (heldBack && due.change() == null) {
        // All who waited for the end of an outage would return at the same instant.
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

  /** In an outage that is too old a call makes one attempt; this one has made it. */
  private void requireHope(long now) {
    ThriveException last = failures.last();
    if (last != null && Outage.isSign(last) && outage.isOld(now)) {
      throw new NonRetryableException(last);
    }
  }

  private void sleep(long nanos, Outage.Wait due) throws InterruptedException {
    requireTime();
    Duration wait = Collections.min(List.of(ongoing.left(), Duration.ofNanos(nanos)));
    shared.sleep(wait, due.change());
  }

  /** An attempt without any time left would be sent for nothing. */
  private void requireTime() {
    if (ongoing.left().isZero()) {
      throw new NonRetryableException(
          Objects.requireNonNullElseGet(failures.last(), this::timeIsUp));
    }
  }

  /** What it waits for here is not the call's time. */
  private void awaitListener() throws InterruptedException {
    long begin = time.nanos();
    try {
      listener.begin(listener.left());
    } catch (TimeoutException e) {
      throw new NonRetryableException(
          Objects.requireNonNullElseGet(failures.last(), this::timeIsUp));
    }
    ongoing.exclude(time.nanos() - begin);
  }

  private void awaitPause() throws InterruptedException {
    Duration left = shared.pause().left();
    while (!left.isZero()) {
      if (!ongoing.allows(left)) {
        throw new NonRetryableException(shared.pause().tooLong(ongoing.call()));
      }
      shared.sleep(left, null);
      left = shared.pause().left();
    }
  }

  /** Returns if another attempt follows, or throws what ends the call. */
  private void prepareRetry(ThriveException failure) {
    if (ongoing.takeRepeat() && failures.allowRetries()) {
      failures.addRejectedToken(failure);
      announce(failure, Duration.ZERO);
      return;
    }
    note(failure);
    Duration wait = wait(failure);
    if (!isWorthIt(failure) || !failures.allowAnother() || !ongoing.allows(wait)) {
      throw new NonRetryableException(failure);
    }
    announce(failure, wait);
    earliest = time.nanos() + wait.toNanos();
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
    boolean probe = outage.isProbedBy(ongoing);
    outage.failed(ongoing, time.nanos());
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
      // Where probes are counted, they are not used up in a second.
      return turn == null
          ? own
          : Collections.max(List.of(turn, failures.countProbes() ? own : turn));
    }
    return failure instanceof ThriveApiException response
        ? Collections.max(List.of(own, asked(response)))
        : own;
  }

  /** The wait for the next probe, or null if another call makes it. */
  private @Nullable Duration untilProbe() {
    Outage.Wait due = outage.waitOf(ongoing, time.nanos());
    return due.probe() ? Duration.ofNanos(Math.max(0, due.nanos())) : null;
  }

  /** The wait that the server asks for, of this call and perhaps of all. */
  private Duration asked(ThriveApiException response) {
    Duration pausing = shared.pause().obey(response);
    if (pausing != null) {
      shared
          .events()
          .onThrottled(
              ThrottledEvent.of(ongoing.info(), response.status(), response.requestId(), pausing));
    }
    return Objects.requireNonNullElse(response.retryAfter(), Duration.ZERO);
  }

  private void announce(ThriveException failure, Duration wait) {
    shared
        .events()
        .onRetry(RetryEvent.of(ongoing.info(), failures.size(), ongoing.status(), failure, wait));
  }

  private boolean isWorthIt(ThriveException failure) {
    return failure instanceof ThriveApiException response
        ? STATUSES.contains(response.status())
        : failure instanceof ThriveConnectionException || ongoing.isMaybeTruncated();
  }

  private static boolean isResponse(ThriveException failure) {
    return failure instanceof ThriveApiException
        || failure instanceof MalformedResponseException
        || failure instanceof TokenRequestException;
  }

  private ThriveTimeoutException timeIsUp() {
    String why = outage.isLasting() ? ", since that does not respond to this client" : "";
    return new ThriveTimeoutException(
        Texts.format(
            "The time for %s ended before a request to %s could be sent%s.",
            ongoing.call().subject(), ongoing.call().destination(), why),
        null);
  }

  private NonRetryableException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new NonRetryableException(
        new ThriveInterruptedException(
            Texts.format(
                "The thread was interrupted between two attempts of the call of %s for %s.",
                ongoing.call().destination(), ongoing.call().subject()),
            cause));
  }
}
