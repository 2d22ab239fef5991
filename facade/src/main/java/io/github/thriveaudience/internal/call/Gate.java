package io.github.thriveaudience.internal.call;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What each request of a client to one server passes before it leaves. It holds requests back for
 * two reasons: the server throttles the client ({@link RequestRate}), or does not respond ({@link
 * Outage}). Calls wait in a line for each owner; the owners take turns, and in a line the oldest
 * call comes first. Thread-safe. No method blocks: a call is told how long to wait.
 */
final class Gate {
  /**
   * A single wrong header must not stop a client for years. A server that means longer repeats it.
   */
  static final Duration MAX_PAUSE = Duration.ofHours(1);

  /**
   * Time without calls is no time without success: after so much of it, calls are given time again.
   */
  private static final long FORGET_REFUSALS = Duration.ofSeconds(1).toNanos();

  private static final long RETURN_SPREAD = Duration.ofSeconds(1).toNanos();
  private static final long MAX_WAIT = Duration.ofDays(1).toNanos();

  private final DoubleSupplier jitter;
  private final RequestRate rate;
  private final Outage outage;
  private final FailurePeriod refusals;

  private final WaitingLines lines = new WaitingLines();
  private int inFlight;
  private long emptySince;
  private @Nullable Ticket probe;

  /** The call whose probe failed, and which sends the next one. */
  private @Nullable Ticket prober;

  private ServerPause pause;
  private Throttling throttling = new Throttling(0, 0, 0, 0);

  /** Read without the lock by every call. */
  private volatile @Nullable Throttling ended;

  /**
   * An open gate.
   *
   * @param maxRate the maximum of requests per second, or infinite
   * @param limit how long calls wait for the end of an outage, or for the first success
   * @param jitter from 0 to 1
   */
  Gate(double maxRate, Duration limit, DoubleSupplier jitter, long now) {
    this.jitter = jitter;
    this.rate = new RequestRate(maxRate, jitter, now);
    this.outage = new Outage(limit, jitter);
    this.refusals = new FailurePeriod(limit);
    this.pause = new ServerPause(now, 0);
  }

  /**
   * Lets a call pass, or returns what it waits for before it asks again.
   *
   * @return null if its request may leave now
   */
  synchronized @Nullable GateWait admit(Ticket ticket, long now) {
    if (!ticket.waiting) {
      enter(ticket, now);
    }
    boolean heldBack = isHeldBack(ticket, now);
    long wait = heldBack ? waitToProbe(ticket, now) : waitToSend(ticket, now);
    if (wait > 0) {
      ticket.change = new CountDownLatch(1);
      return new GateWait(wait, ticket.change);
    }
    send(ticket, heldBack, now);
    return null;
  }

  private void enter(Ticket ticket, long now) {
    if (isEmpty()) {
      if (now - emptySince > FORGET_REFUSALS) {
        refusals.end();
      }
      if (rate.isIdle(now)) {
        calm(now);
      }
    }
    ticket.enteredAt = now;
    lines.enter(ticket);
  }

  private void send(Ticket ticket, boolean heldBack, long now) {
    lines.take(ticket);
    probe = heldBack ? ticket : probe;
    inFlight++;
    ticket.inFlight = true;
    ticket.sentAt = now;
    ticket.sentRate = rate.sent(now);
    throttling = throttling.withRequest();
    wakeNext(now);
  }

  private boolean isHeldBack(Ticket ticket, long now) {
    return ticket.patient && outage.holdsBack(hasFailed(ticket), now);
  }

  private boolean hasFailed(Ticket ticket) {
    return ticket.failedIn == outage.number();
  }

  private long waitToProbe(Ticket ticket, long now) {
    boolean hasTurn = probe == null && ticket == firstToProbe(now);
    return hasTurn ? Math.max(outage.nextProbe(), rate.next()) - now : outage.untilOld(now);
  }

  private long waitToSend(Ticket ticket, long now) {
    if (ticket.notBefore - now > 0) {
      return ticket.notBefore - now;
    }
    if (ticket != firstToSend(now)) {
      return MAX_WAIT;
    }
    long paced = rate.next() - now;
    if (paced > 0) {
      rate.waited(now);
    }
    long flight = outage.isOld(now) ? 0 : rate.untilAllowed(inFlight, now);
    return Math.max(paced, flight);
  }

  /** The call that sends the next probe. */
  private @Nullable Ticket firstToProbe(long now) {
    if (prober != null) {
      return prober;
    }
    Ticket first =
        lines.first(each -> isHeldBack(each, now) && hasFailed(each) != outage.isTurnOfOthers());
    return first == null ? lines.first(each -> isHeldBack(each, now)) : first;
  }

  /** The next call that no outage holds back. */
  private @Nullable Ticket firstToSend(long now) {
    return lines.first(each -> !isHeldBack(each, now) && each.notBefore - now <= 0);
  }

  /** Notes a response that is neither a refusal nor a sign of an outage. */
  synchronized void responded(Ticket ticket, long now) {
    leave(ticket, now);
    refusals.end();
    endOutage(now);
    rate.responded(now);
    if (rate.isCalm(now)) {
      calm(now);
    }
    wakeNext(now);
  }

  /**
   * Notes a response by which the server throttles the client.
   *
   * @param wait how long the server says that nothing may be sent, zero or more
   */
  synchronized Refusal refused(Ticket ticket, int status, long wait, long now) {
    leave(ticket, now);
    endOutage(now);
    refusals.extend(now);
    boolean begins = !rate.isThrottled();
    if (begins) {
      throttling = new Throttling(now, inFlight + 1, 0, now);
    }
    throttling = throttling.withRefusal();
    if (now + wait - pause.end() > 0) {
      pause = new ServerPause(now + wait, status);
    }
    boolean lowers = rate.refused(ticket.sentAt, ticket.sentRate, now, wait);
    wakeAll();
    return new Refusal(begins, lowers, rate.perSecond(now), refusals.isOld(now));
  }

  /**
   * Notes a failure that suggests an outage.
   *
   * @return whether it was a probe
   */
  synchronized boolean failed(Ticket ticket, long now) {
    boolean probed = probe == ticket;
    leave(ticket, now);
    outage.failed(ticket.failedIn, probed, now);
    ticket.failedIn = outage.number();
    ticket.notBefore = outage.nextProbe();
    prober = outage.isTurnOfOthers() ? null : probed ? ticket : prober;
    if (prober == null && probed) {
      lines.putBehind(ticket);
    }
    wakeAll();
    return probed;
  }

  /** Notes that a call waits no more, and has no request in flight any more. */
  synchronized void left(Ticket ticket, long now) {
    leave(ticket, now);
    wakeNext(now);
  }

  private boolean isEmpty() {
    return inFlight == 0 && lines.size() == 0;
  }

  private void leave(Ticket ticket, long now) {
    if (ticket.waiting) {
      lines.leave(ticket);
    }
    if (ticket.inFlight) {
      ticket.inFlight = false;
      inFlight--;
    }
    probe = probe == ticket ? null : probe;
    prober = prober == ticket ? null : prober;
    if (isEmpty()) {
      emptySince = now;
    }
  }

  private void endOutage(long now) {
    if (outage.isLasting()) {
      lines.forEach(ticket -> spread(ticket, now));
      outage.end();
      prober = null;
      wakeAll();
    }
  }

  /** Otherwise all calls that were held back would be sent at the same instant. */
  private void spread(Ticket ticket, long now) {
    if (isHeldBack(ticket, now)) {
      long most = Math.min(RETURN_SPREAD, now - ticket.enteredAt);
      ticket.notBefore = Math.max(ticket.notBefore, now + (long) (most * jitter.getAsDouble()));
    }
  }

  /** Requests are no longer paced: the client is cold again. */
  private void calm(long now) {
    if (rate.isThrottled()) {
      ended = throttling.endedAt(rate.isIdle(now) ? rate.latest() : now);
    }
    rate.reset(now, inFlight);
  }

  private void wakeNext(long now) {
    if (lines.size() > 0) {
      Ticket.wakeIfAny(firstToSend(now));
      if (outage.isLasting()) {
        Ticket.wakeIfAny(firstToProbe(now));
      }
    }
  }

  /** Wakes the waiting calls, which then ask again. */
  synchronized void wakeAll() {
    lines.forEach(Ticket::wake);
  }

  /** Whether calls no longer wait for the end of the outage. */
  synchronized boolean isOutageOld(long now) {
    return outage.isOld(now);
  }

  /** The latest order of the server to send nothing, which may have ended. */
  synchronized ServerPause pause() {
    return pause;
  }

  /** Requests that may leave per second, infinite without a limit. */
  synchronized double perSecond(long now) {
    return isEmpty() && rate.isIdle(now) ? rate.unthrottled() : rate.perSecond(now);
  }

  synchronized int waiting() {
    return lines.size();
  }

  /** The time of paced requests that has ended, once; null if there is none. */
  @Nullable Throttling takeEnded() {
    return ended == null ? null : takeEndedNow();
  }

  private synchronized @Nullable Throttling takeEndedNow() {
    Throttling taken = ended;
    ended = null;
    return taken;
  }

  /** Wakes the waiting calls, which find the client closed, and ends the time of paced requests. */
  synchronized void close(long now) {
    calm(now);
    wakeAll();
  }
}
