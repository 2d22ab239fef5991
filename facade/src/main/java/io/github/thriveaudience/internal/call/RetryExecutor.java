package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.event.RequestQueue;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.event.ThrottlingEndedEvent;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes calls and retries them. All calls to one server pass one {@link Gate}. Thread-safe. */
public final class RetryExecutor {
  private final Limits limits;
  private final Time time;
  private final Lifetime lifetime;
  private final ClientListener events;
  private final Map<Endpoint, Gate> gates = new ConcurrentHashMap<>();

  /** An executor whose waits end when the client is closed. */
  public RetryExecutor(Limits limits, Time time, Lifetime lifetime, ClientListener events) {
    this.limits = limits;
    this.time = time;
    this.lifetime = lifetime;
    this.events = events;
  }

  /**
   * Makes a call, and retries it while that may help.
   *
   * @param owner whose line before the gate the call joins
   * @param credentials of the requests
   * @param attempt sends one request
   * @throws io.github.thriveaudience.error.ThriveException the last failure, with the earlier ones
   */
  public <T> T run(
      CallDescription call,
      CallOwner owner,
      CallCredentials credentials,
      Function<CallContext, T> attempt) {
    CallContext context = new CallContext(call, time, limits.callTimeout(), owner);
    Span<CallEvent> span = context.start(events);
    Span.Scope current = span.makeCurrent();
    Throwable failure = null;
    try {
      return new RetriedCall(context, owner, credentials, gate(call), this).run(attempt);
    } catch (Throwable e) {
      failure = e;
      throw e;
    } finally {
      end(context.ended(failure), span, current);
    }
  }

  private void end(CallEvent event, Span<CallEvent> span, Span.Scope current) {
    try {
      events.onCall(event);
    } finally {
      current.close();
      span.end(event);
    }
  }

  private Gate gate(CallDescription call) {
    return gates.computeIfAbsent(call.endpoint(), endpoint -> newGate(call));
  }

  /** The limit that users know is that of the API, not of the token endpoint. */
  private Gate newGate(CallDescription call) {
    boolean ofApi = call.operation() != Operation.REQUEST_TOKEN;
    return new Gate(
        ofApi ? limits.requestsPerSecond() : Double.POSITIVE_INFINITY,
        limits.callTimeout(),
        RetryExecutor::jitter,
        time.nanos());
  }

  /** The requests that wait for the API, for metrics. */
  public RequestQueue queue(CallDescription call) {
    Gate gate = gate(call);
    return new ApiQueue(call.info("").host(), gate, time, lifetime);
  }

  /** Wakes the waiting calls, which then find the client closed. */
  public void close() {
    gates.forEach(
        (endpoint, gate) -> {
          gate.close(time.nanos());
          notifyOfEnd(endpoint, gate);
        });
  }

  /** Notifies the listeners if requests are no longer paced. */
  void notifyOfEnd(Endpoint endpoint, Gate gate) {
    Throttling ended = gate.takeEnded();
    if (ended != null) {
      events.onThrottlingEnded(
          ThrottlingEndedEvent.of(
              endpoint.nameWithoutPath(),
              endpoint.baseUri().getHost(),
              Duration.ofNanos(ended.end() - ended.begin()),
              ended.requests(),
              ended.refused()));
    }
  }

  /** What waits at a gate, as listeners see it. */
  private record ApiQueue(String host, Gate gate, Time time, Lifetime lifetime)
      implements RequestQueue {
    @Override
    public int length() {
      return gate.waiting();
    }

    @Override
    public OptionalDouble requestsPerSecond() {
      double perSecond =
          lifetime.isOver() ? Double.POSITIVE_INFINITY : gate.perSecond(time.nanos());
      return perSecond < Double.POSITIVE_INFINITY
          ? OptionalDouble.of(perSecond)
          : OptionalDouble.empty();
    }
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
