package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import java.time.Duration;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Whether one server responds to this client. An outage begins with a failure that suggests that
 * the server is down, and ends with the next response of any other kind, whichever call receives
 * it. It holds back the call that failed and, once a second call has failed, all others. Then one
 * probe at a time is sent, with growing waits between the probes. So an outage costs a number of
 * requests, not that number for each call. An outage older than its limit holds back no call. Not
 * thread-safe: the {@link Gate} guards it.
 */
final class Outage {
  private static final Set<Integer> STATUSES = Set.of(500, 502, 503, 504);

  /** A single call that fails may be the only one that does, so it confirms no outage. */
  private static final int CALLS_THAT_CONFIRM = 2;

  /**
   * How many probes in a row calls send that have failed, before the turn of one that has not. So a
   * call that always fails does not keep the others from succeeding.
   */
  private static final int PROBES_IN_A_ROW = 3;

  private final FailurePeriod period;
  private final Backoff waits;

  /** Which outage this is, so that calls know in which one they failed. */
  private long number;

  private int callsThatFailed;
  private int probes;
  private int inARow;
  private long nextProbe;

  /**
   * No outage yet.
   *
   * @param limit how long an outage holds back calls
   * @param jitter from 0 to 1
   */
  Outage(Duration limit, DoubleSupplier jitter) {
    this.period = new FailurePeriod(limit);
    this.waits = Backoff.betweenProbes(jitter);
  }

  /** Whether a failure suggests that the server is down. */
  static boolean isSign(ThriveException failure) {
    return failure instanceof ThriveApiException response
        ? STATUSES.contains(response.status()) && response.retryAfter() == null
        : failure instanceof ThriveConnectionException
            && !(failure instanceof RequestNotSentException);
  }

  boolean isLasting() {
    return period.isLasting();
  }

  /** The number of the present outage, to tell whether a call failed in this one. */
  long number() {
    return number;
  }

  /**
   * Whether a call may be sent as a probe only.
   *
   * @param hasFailed whether it failed in this outage
   */
  boolean holdsBack(boolean hasFailed, long now) {
    return period.isLasting()
        && (hasFailed || callsThatFailed >= CALLS_THAT_CONFIRM)
        && !period.isOld(now);
  }

  /** Whether the next probe is sent by a call that has not failed, if there is one. */
  boolean isTurnOfOthers() {
    return inARow >= PROBES_IN_A_ROW;
  }

  /** When the next probe is due. */
  long nextProbe() {
    return nextProbe;
  }

  boolean isOld(long now) {
    return period.isOld(now);
  }

  /** The nanoseconds until this holds back no call any more. */
  long untilOld(long now) {
    return period.untilOld(now);
  }

  /**
   * Notes a failure that {@linkplain #isSign suggests} an outage.
   *
   * @param failedIn the number of the outage in which the call failed before
   * @param probe whether it was a probe
   */
  void failed(long failedIn, boolean probe, long now) {
    boolean begins = period.extend(now);
    if (begins) {
      number++;
      callsThatFailed = 0;
      probes = 0;
      inARow = 0;
    }
    if (failedIn != number) {
      callsThatFailed++;
    }
    if (begins || probe) {
      inARow = probe && !isTurnOfOthers() ? inARow + 1 : 0;
      probes++;
      nextProbe = now + waits.after(probes).toNanos();
    }
  }

  /** Notes that the server responds. */
  void end() {
    period.end();
  }
}
