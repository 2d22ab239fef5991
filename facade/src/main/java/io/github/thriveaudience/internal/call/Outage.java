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
 * Whether one server responds to this client. An outage begins with a failure that says that the
 * server may be down, and ends with the next response of any other kind, whichever call gets it.
 * While it lasts, one probe at a time is in flight, with waits that grow between them, and the
 * other calls wait for what it finds: an outage costs requests once, not once a call. Calls that
 * have not failed wait once two others have. An outage that is older than its limit holds no call
 * back, and each fails after one attempt. Thread-safe; nothing here blocks.
 */
final class Outage {
  private static final Set<Integer> STATUSES = Set.of(500, 502, 503, 504);
  private static final Wait NONE = new Wait(0, null, false);

  /**
   * Who has asked nothing for so long does not know whether it is the same outage: a job that runs
   * each night does not give up at the first fault since the last one failed.
   */
  private static final long MEMORY = Duration.ofMinutes(10).toNanos();

  /** One that always fails may be the only one that does. */
  private static final int CALLS_THAT_CONFIRM = 2;

  /**
   * How often in a row one call probes before another one does. Pages that fail a few times each,
   * and then come, are not kept from that by one another, nor by one that always fails.
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

  /** Calls that have failed in this outage and make another attempt. */
  private final Set<Object> failed = new LinkedHashSet<>();

  private @Nullable Object probing;
  private CountDownLatch change = new CountDownLatch(1);

  /**
   * No outage yet.
   *
   * @param limit how long an outage holds calls back
   * @param jitter from 0 to 1
   */
  Outage(Duration limit, DoubleSupplier jitter) {
    this.limit = limit.toNanos();
    this.waits = Backoff.betweenProbes(jitter);
  }

  /**
   * What a call has to wait for.
   *
   * @param nanos how long, at most; zero or less if its attempt may begin
   * @param change ends the wait early; null where there is no outage
   * @param probe whether the call waits to probe, rather than for a probe of another
   */
  record Wait(long nanos, @Nullable CountDownLatch change, boolean probe) {}

  /** Whether a failure is a sign that the server is down, rather than a response to a request. */
  static boolean isSign(ThriveException failure) {
    return failure instanceof ThriveApiException response
        ? STATUSES.contains(response.status()) && response.retryAfter() == null
        : failure instanceof ThriveConnectionException
            && !(failure instanceof RequestNotSentException);
  }

  /** What a call has to wait for before its next attempt. */
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

  /** Whether it has lasted so long that calls no longer wait for its end. */
  boolean isOld(long now) {
    return lasting && hasLastedTooLong(now);
  }

  private synchronized boolean hasLastedTooLong(long now) {
    return lasting && !isYoung(now);
  }

  /** Notes a {@linkplain #isSign sign}. The first in ten minutes begins another outage. */
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

  /** Notes any other outcome: the server responds. */
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

  /** Notes that a call makes no further attempt, so that another one can probe. */
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

  /** Lets those who wait look again. */
  synchronized void wakeAll() {
    change.countDown();
    change = new CountDownLatch(1);
  }
}
