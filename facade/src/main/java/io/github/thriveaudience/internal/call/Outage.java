package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether one server responds to this client. An outage begins with a failure that suggests that
 * the server is down. It ends with the next response of any other kind, whichever call receives it.
 * During an outage one call at a time sends a probe, with growing waits between the probes, and the
 * other calls wait for the result. So an outage costs a number of requests, not that number for
 * each call. A call that has not failed waits only once two others have failed. An outage older
 * than its limit holds back no call: each fails after one attempt. Thread-safe; no method blocks.
 */
final class Outage {
  private static final Set<Integer> STATUSES = Set.of(500, 502, 503, 504);
  private static final Wait NONE = new Wait(0, null, false);

  /**
   * After so long without a failure, the next failure begins a new outage. Otherwise the first
   * failure of a nightly job would be taken for the outage of the night before.
   */
  private static final long MEMORY = Duration.ofMinutes(10).toNanos();

  /** A single call that fails may be the only one that does, so it confirms no outage. */
  private static final int CALLS_THAT_CONFIRM = 2;

  /**
   * How many probes in a row one call sends before another call's turn. So a call that always fails
   * does not keep the others from succeeding.
   */
  private static final int PROBES_IN_A_ROW = 3;

  private final long limit;
  private final Backoff waits;

  /** Read without the lock by calls of a server that responds. */
  private volatile boolean lasting;

  private long since;
  private long latest;
  private long nextProbe;
  private int probes;
  private int inARow;
  private int callsThatFailed;
  private boolean freshIsNext;

  /** Calls that wait and have not failed in this outage. */
  private final Set<Object> fresh = new LinkedHashSet<>();

  /** Calls that have failed in this outage and will be retried. */
  private final Set<Object> failed = new LinkedHashSet<>();

  private @Nullable Object probing;
  private CountDownLatch change = new CountDownLatch(1);

  /**
   * No outage yet.
   *
   * @param limit how long an outage holds back calls
   * @param jitter from 0 to 1
   */
  Outage(Duration limit, DoubleSupplier jitter) {
    this.limit = limit.toNanos();
    this.waits = Backoff.betweenProbes(jitter);
  }

  /**
   * What a call waits for.
   *
   * @param nanos the maximum wait; zero or less if the attempt may begin
   * @param change ends the wait early; null if there is no outage
   * @param probe whether the call waits to send a probe, not for a probe of another call
   */
  record Wait(long nanos, @Nullable CountDownLatch change, boolean probe) {}

  /** Whether a failure suggests that the server is down. */
  static boolean isSign(ThriveException failure) {
    return failure instanceof ThriveApiException response
        ? STATUSES.contains(response.status()) && response.retryAfter() == null
        : failure instanceof ThriveConnectionException
            && !(failure instanceof RequestNotSentException);
  }

  /** What a call waits for before its next attempt. */
  Wait waitOf(Object call, long now) {
    return lasting ? waitInOutage(call, now) : NONE;
  }

  private synchronized Wait waitInOutage(Object call, long now) {
    boolean hasFailed = failed.contains(call);
    if (!isYoung(now) || !(hasFailed || callsThatFailed >= CALLS_THAT_CONFIRM)) {
      return NONE;
    }
    if (!hasFailed) {
      fresh.add(call);
    }
    if (call != (probing == null ? next() : probing)) {
      return new Wait(since + limit - now, change, false);
    }
    if (nextProbe <= now) {
      probing = call;
    }
    return new Wait(probing == call ? 0 : nextProbe - now, change, true);
  }

  private boolean isYoung(long now) {
    return lasting && now - since < limit;
  }

  private Object next() {
    boolean isFresh = failed.isEmpty() || (freshIsNext && !fresh.isEmpty());
    return (isFresh ? fresh : failed).iterator().next();
  }

  boolean isLasting() {
    return lasting;
  }

  synchronized boolean isProbedBy(Object call) {
    return probing == call;
  }

  /** Whether the outage is older than its limit. */
  boolean isOld(long now) {
    return lasting && hasLastedTooLong(now);
  }

  private synchronized boolean hasLastedTooLong(long now) {
    return lasting && !isYoung(now);
  }

  /** Notes a failure that {@linkplain #isSign suggests} an outage. */
  synchronized void failed(Object call, long now) {
    if (!lasting || now - latest > Math.max(limit, MEMORY)) {
      begin(now);
    }
    latest = now;
    fresh.remove(call);
    if (failed.add(call)) {
      callsThatFailed++;
    }
    if (probing == call) {
      probed(call, now);
    }
  }

  private void begin(long now) {
    lasting = true;
    since = now;
    probes = 0;
    inARow = 0;
    callsThatFailed = 0;
    freshIsNext = false;
    probing = null;
    scheduleProbe(now);
  }

  private void probed(Object call, long now) {
    probing = null;
    inARow++;
    freshIsNext = false;
    if (inARow >= PROBES_IN_A_ROW) {
      inARow = 0;
      freshIsNext = true;
      failed.remove(call);
      failed.add(call);
    }
    scheduleProbe(now);
    wakeAll();
  }

  private void scheduleProbe(long now) {
    probes++;
    nextProbe = now + waits.after(probes).toNanos();
  }

  /** Notes that the server responds. */
  void responded() {
    if (lasting) {
      end();
    }
  }

  private synchronized void end() {
    lasting = false;
    probing = null;
    fresh.clear();
    failed.clear();
    wakeAll();
  }

  /** Notes that a call makes no further attempt, so that another call can probe. */
  void left(Object call) {
    if (lasting) {
      forget(call);
    }
  }

  private synchronized void forget(Object call) {
    fresh.remove(call);
    failed.remove(call);
    if (probing == call) {
      probing = null;
    }
    wakeAll();
  }

  /** Wakes the waiting calls, which then check what they wait for. */
  synchronized void wakeAll() {
    change.countDown();
    change = new CountDownLatch(1);
  }
}
