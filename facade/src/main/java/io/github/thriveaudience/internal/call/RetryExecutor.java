package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.event.ClientListener;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls and retries them. All calls of a client share the pause that a server demands, and
 * what is known of an {@link Outage}. Thread-safe.
 */
public final class RetryExecutor {
  private final Limits limits;
  private final Time time;
  private final Lifetime lifetime;
  private final ClientListener events;
  private final ServerPause pause;
  private final Map<Endpoint, Outage> outages = new ConcurrentHashMap<>();

  /** An executor whose waits end when the client is closed. */
  public RetryExecutor(Limits limits, Time time, Lifetime lifetime, ClientListener events) {
    this.limits = limits;
    this.time = time;
    this.lifetime = lifetime;
    this.events = events;
    this.pause = new ServerPause(time);
  }

  /**
   * Makes a call, and retries it while that may help.
   *
   * @param listener is notified of the attempts
   * @param renewal gives the next attempt other credentials after a 401, or returns false
   * @param attempt sends one request
   * @throws io.github.thriveaudience.error.ThriveException the last failure, with the earlier ones
   */
  public <T> T run(
      CallDescription call,
      AttemptListener listener,
      Predicate<CallContext> renewal,
      Function<CallContext, T> attempt) {
    Duration timeout = Collections.min(List.of(limits.callTimeout(), listener.left()));
    CallContext context = new CallContext(call, time, timeout, listener);
    Throwable failure = null;
    try {
      return new RetriedCall(context, listener, renewal, outage(call), this).run(attempt);
    } catch (Throwable e) {
      failure = e;
      throw e;
    } finally {
      events.onCall(context.ended(failure));
    }
  }

  private Outage outage(CallDescription call) {
    return outages.computeIfAbsent(
        call.endpoint(), endpoint -> new Outage(limits.callTimeout(), RetryExecutor::jitter));
  }

  /** Wakes the waiting calls, which then find the client closed. */
  public void wakeAll() {
    outages.values().forEach(Outage::wakeAll);
  }

  Limits limits() {
    return limits;
  }

  Time time() {
    return time;
  }

  ClientListener events() {
    return events;
  }

  ServerPause pause() {
    return pause;
  }

  /**
   * Waits.
   *
   * @param early ends the wait early; null if only closing the client does
   * @throws IllegalStateException if the client is closed, before or during the wait
   */
  public void sleep(Duration wait, @Nullable CountDownLatch early) throws InterruptedException {
    lifetime.requireOpen();
    boolean unused = time.await(early == null ? lifetime.latch() : early, wait);
    lifetime.requireOpen();
  }

  /** A random number from 0 to 1. */
  static double jitter() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
