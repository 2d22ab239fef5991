package io.github.thriveaudience.internal.call;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
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

  private static final long RETURN_SPREAD = Duration.ofSeconds(1).toNanos();
  private static final long MAX_WAIT = Duration.ofDays(1).toNanos();

  private final DoubleSupplier jitter;
  private final RequestRate rate;
  private final Outage outage;
  private final FailurePeriod refusals;

  private final Map<CallOwner, TreeSet<Ticket>> lines = new LinkedHashMap<>();
  private long lastOrder;
  private int waiting;
  private int inFlight;
  private @Nullable Ticket probe;

  /** The call whose probe failed, and which sends the next one. */
  private @Nullable Ticket prober;

  private ServerPause pause;
  private Throttling throttling = new Throttling(0, 0, 0);

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
   * A wait.
   *
   * @param nanos the maximum, more than zero
   * @param change ends the wait early
   */
  record Wait(long nanos, CountDownLatch change) {}

  /**
   * The order of a server to send nothing.
   *
   * @param end when it ends
   * @param status of the response that demanded it
   */
  record ServerPause(long end, int status) {}

  /**
   * A time of paced requests.
   *
   * @param begin when the first request was refused
   * @param requests the number of requests sent since
   * @param refused how many of them were refused
   */
  record Throttling(long begin, long requests, long refused) {}

  /**
   * What a refusal changed.
   *
   * @param begins whether it is the first one of a {@link Throttling}
   * @param lowers whether it lowered the rate
   * @param perSecond the requests per second that may leave from now on
   * @param isFinal whether a call must not wait longer, since no call had success for too long
   */
  record Refusal(boolean begins, boolean lowers, double perSecond, boolean isFinal) {}

  /**
   * Lets a call pass, or returns what it waits for before it asks again.
   *
   * @return null if its request may leave now
   */
  synchronized @Nullable Wait admit(Ticket ticket, long now) {
    if (!ticket.waiting) {
      enter(ticket, now);
    }
    boolean heldBack = isHeldBack(ticket, now);
    long wait = heldBack ? waitToProbe(ticket, now) : waitToSend(ticket, now);
    if (wait > 0) {
      ticket.change = new CountDownLatch(1);
      return new Wait(wait, ticket.change);
    }
    send(ticket, heldBack, now);
    return null;
  }

  private void enter(Ticket ticket, long now) {
    if (inFlight == 0 && waiting == 0 && rate.isIdle(now)) {
      calm(now);
    }
    if (ticket.order == 0) {
      ticket.order = ++lastOrder;
    }
    ticket.waiting = true;
    ticket.enteredAt = now;
    waiting++;
    lines.computeIfAbsent(ticket.owner, owner -> new TreeSet<>()).add(ticket);
  }

  private void send(Ticket ticket, boolean heldBack, long now) {
    leaveLine(ticket);
    TreeSet<Ticket> rest = lines.remove(ticket.owner);
    if (rest != null) {
      lines.put(ticket.owner, rest);
    }
    probe = heldBack ? ticket : probe;
    inFlight++;
    ticket.inFlight = true;
    ticket.sentAt = now;
    ticket.sentRate = rate.sent(now);
    throttling = new Throttling(throttling.begin, throttling.requests + 1, throttling.refused);
    wakeNext(now);
  }

  private void leaveLine(Ticket ticket) {
    ticket.waiting = false;
    waiting--;
    lines.computeIfPresent(
        ticket.owner, (owner, line) -> line.remove(ticket) && line.isEmpty() ? null : line);
  }

  private boolean isHeldBack(Ticket ticket, long now) {
    return ticket.patient && outage.holdsBack(hasFailed(ticket), now);
  }

  private boolean hasFailed(Ticket ticket) {
    return ticket.failedIn == outage.number();
  }

  private long waitToProbe(Ticket ticket, long now) {
    boolean hasTurn = probe == null && ticket == (prober == null ? first(true, now) : prober);
    return hasTurn ? Math.max(outage.nextProbe(), rate.next()) - now : outage.untilOld(now);
  }

  private long waitToSend(Ticket ticket, long now) {
    if (ticket.notBefore - now > 0) {
      return ticket.notBefore - now;
    }
    boolean allowed = rate.allows(inFlight) || outage.isOld(now);
    if (!allowed || ticket != first(false, now)) {
      return MAX_WAIT;
    }
    long wait = rate.next() - now;
    if (wait > 0) {
      rate.waited(now);
    }
    return wait;
  }

  /** Whose turn it is among the calls that an outage holds back, or among the others. */
  private @Nullable Ticket first(boolean heldBack, long now) {
    Ticket first = null;
    for (Collection<Ticket> line : lines.values()) {
      for (Ticket ticket : line) {
        boolean candidate =
            isHeldBack(ticket, now) == heldBack && (heldBack || ticket.notBefore - now <= 0);
        if (candidate && (!heldBack || hasFailed(ticket) != outage.isTurnOfOthers())) {
          return ticket;
        }
        first = candidate && first == null ? ticket : first;
      }
    }
    return first;
  }

  /** Notes a response that is neither a refusal nor a sign of an outage. */
  synchronized void responded(Ticket ticket, long now) {
    leave(ticket);
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
    leave(ticket);
    endOutage(now);
    refusals.extend(now);
    boolean begins = !rate.isThrottled();
    throttling =
        begins
            ? new Throttling(now, 1, 1)
            : new Throttling(throttling.begin, throttling.requests, throttling.refused + 1);
    if (now + wait - pause.end > 0) {
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
    leave(ticket);
    outage.failed(ticket.failedIn, probed, now);
    ticket.failedIn = outage.number();
    ticket.notBefore = outage.nextProbe();
    prober = outage.isTurnOfOthers() ? null : probed ? ticket : prober;
    if (prober == null && probed) {
      ticket.order = ++lastOrder;
    }
    wakeAll();
    return probed;
  }

  /** Notes that a call waits no more, and has no request in flight any more. */
  synchronized void left(Ticket ticket, long now) {
    leave(ticket);
    wakeNext(now);
  }

  private void leave(Ticket ticket) {
    if (ticket.waiting) {
      leaveLine(ticket);
    }
    if (ticket.inFlight) {
      ticket.inFlight = false;
      inFlight--;
    }
    probe = probe == ticket ? null : probe;
    prober = prober == ticket ? null : prober;
  }

  private void endOutage(long now) {
    if (outage.isLasting()) {
      outage.end();
      prober = null;
      lines.values().forEach(line -> line.forEach(ticket -> spread(ticket, now)));
      wakeAll();
    }
  }

  /** Otherwise all calls that waited for the end would be sent at the same instant. */
  private void spread(Ticket ticket, long now) {
    long most = Math.min(RETURN_SPREAD, now - ticket.enteredAt);
    ticket.notBefore = Math.max(ticket.notBefore, now + (long) (most * jitter.getAsDouble()));
  }

  /** Requests are no longer paced: the client is cold again. */
  private void calm(long now) {
    if (rate.isThrottled()) {
      ended = throttling;
    }
    rate.reset(now, inFlight);
  }

  private void wakeNext(long now) {
    if (waiting > 0) {
      wake(first(false, now));
      if (outage.isLasting()) {
        wake(prober == null ? first(true, now) : prober);
      }
    }
  }

  private static void wake(@Nullable Ticket ticket) {
    if (ticket != null) {
      ticket.wake();
    }
  }

  /** Wakes the waiting calls, which then ask again. */
  synchronized void wakeAll() {
    lines.values().forEach(line -> line.forEach(Ticket::wake));
  }

  /** Whether calls no longer wait for the end of the outage. */
  synchronized boolean isOutageOld(long now) {
    return outage.isOld(now);
  }

  synchronized boolean isOutage() {
    return outage.isLasting();
  }

  /** The latest order of the server to send nothing, which may have ended. */
  synchronized ServerPause pause() {
    return pause;
  }

  /** Requests that may leave per second, infinite without a limit. */
  synchronized double perSecond(long now) {
    return rate.perSecond(now);
  }

  /** The number of calls that wait. */
  synchronized int waiting() {
    return waiting;
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
