package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.ClientListener;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls and retries them. All calls of a client share the pause that the server asks for, and
 * what is known of an {@link Outage} of the server that they go to.
 */
public final class RetryExecutor {
  private final Limits limits;
  private final Time time;
  private final Lifetime lifetime;
  private final ClientListener events;
  private final ServerPause pause;
  private final Map<Endpoint, Outage> outages = new ConcurrentHashMap<>();

  public RetryExecutor(Limits limits, Time time, Lifetime lifetime, ClientListener events) {
    this.limits = limits;
    this.time = time;
    this.lifetime = lifetime;
    this.events = events;
    this.pause = new ServerPause(time);
  }

  /**
   * Makes a call.
   *
   * @param call what messages say of it
   * @param listener is notified of the requests
   * @param attempt one request
   * @throws ThriveException the last failure; it has the earlier ones
   */
  public <T> T run(CallDescription call, AttemptListener listener, Supplier<T> attempt) {
    Duration longest = Collections.min(List.of(limits.callTimeout(), listener.left()));
    CallContext ongoing = CallContext.begin(call, time, longest, listener);
    Throwable failure = null;
    try {
      return new RetriedCall(ongoing, listener, outage(call), this).run(attempt);
    } catch (Throwable e) {
      failure = e;
      throw e;
    } finally {
      ongoing.finish();
      events.onCall(ongoing.ended(failure));
    }
  }

  private Outage outage(CallDescription call) {
    return outages.computeIfAbsent(
        call.target(), target -> new Outage(limits.callTimeout(), RetryExecutor::jitter));
  }

  /** Wakes the calls that wait, which find the client closed. */
  public void close() {
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
   * @param early what ends the wait early, beside the end of the client
   * @throws IllegalStateException if the client is closed
   */
  void sleep(Duration wait, @Nullable CountDownLatch early) throws InterruptedException {
    lifetime.requireOpen();
    boolean unused = time.await(early == null ? lifetime.latch() : early, wait);
    lifetime.requireOpen();
  }

  /** Random, from 0 to 1. */
  static double jitter() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
