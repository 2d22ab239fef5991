package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.internal.failure.FailureDetails;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The call of this thread: when it must have ended, who hears of its requests, how it can be told
 * from others, and what it has come to. Feign runs a call on the caller's thread and has no place
 * for it, so it is kept beside the thread while the call lasts.
 */
public final class CallContext {
  private static final ThreadLocal<@Nullable CallContext> CURRENT = new ThreadLocal<>();

  private final @Nullable CallContext outer;
  private final CallDescription call;
  private final CallInfo info;
  private final Time time;
  private final long begin;
  private final long longest;

  /** Waits of our own making, which are not the call's time. */
  private long excluded;

  private final AttemptListener listener;
  private int requests;
  private @Nullable Integer status;
  private @Nullable String requestId;
  private boolean renewed;
  private boolean repeat;
  private boolean maybeTruncated;

  private CallContext(
      @Nullable CallContext outer,
      CallDescription call,
      Time time,
      Duration longest,
      AttemptListener listener) {
    this.outer = outer;
    this.call = call;
    this.info = call.info(UUID.randomUUID().toString());
    this.time = time;
    this.begin = time.nanos();
    this.longest = longest.toNanos();
    this.listener = listener;
  }

  /** Begins a call; {@link #finish} must follow. */
  public static CallContext begin(
      CallDescription call, Time time, Duration longest, AttemptListener listener) {
    CallContext begun = new CallContext(CURRENT.get(), call, time, longest, listener);
    CURRENT.set(begun);
    return begun;
  }

  public void finish() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /** The call of this thread. */
  public static CallContext current() {
    CallContext current = CURRENT.get();
    if (current == null) {
      throw new IllegalStateException("no call is under way on this thread");
    }
    return current;
  }

  /** What is left of the call of this thread, if there is one, and no more than this. */
  public static Duration atMost(Duration longest) {
    CallContext current = CURRENT.get();
    return current == null ? longest : Collections.min(List.of(current.left(), longest));
  }

  /** What messages say of it. */
  public CallDescription call() {
    return call;
  }

  /** What events say of it. */
  public CallInfo info() {
    return info;
  }

  /** The requests that went out so far. */
  public int requests() {
    return requests;
  }

  /** Notes that a request goes out. */
  public void sending() {
    requests++;
    maybeTruncated = false;
    status = null;
    requestId = null;
    listener.sent();
  }

  /** Notes the head of the answer to the latest request. */
  public void answered(ResponseInfo head) {
    status = head.statusCode();
    requestId = RequestIds.of(head.headers(), info.correlationId());
  }

  /** The status of the answer to the latest request, or null if there is none. */
  public @Nullable Integer status() {
    return status;
  }

  /** The server's id of the latest request, or null if there is none. */
  public @Nullable String requestId() {
    return requestId;
  }

  /** Lets a failure name the call that it ended, unless it is that of another call. */
  void identify(ThriveException failure) {
    FailureDetails.of(failure).identify(info.correlationId(), requestId);
  }

  CallEvent ended(@Nullable Throwable failure) {
    Duration taken = Duration.ofNanos(time.nanos() - begin);
    return CallEvent.of(info, requests, taken, status, failure);
  }

  /** Whether the call may still have its token renewed: once. */
  public boolean mayRenew() {
    return !renewed;
  }

  /** Notes that the next attempt carries another token. */
  public void renewed() {
    renewed = true;
    repeat = true;
  }

  /** Whether the last attempt had its token renewed. */
  boolean takeRepeat() {
    boolean taken = repeat;
    repeat = false;
    return taken;
  }

  /** Notes that the latest response may lack its end. */
  public void maybeTruncated() {
    maybeTruncated = true;
  }

  /** Whether the latest response may lack its end. */
  boolean isMaybeTruncated() {
    return maybeTruncated;
  }

  /** Takes a wait of our own making out of the time of the call. */
  void exclude(long nanos) {
    excluded += nanos;
  }

  /** Zero or more; no more than what is left of the reading that the call is for. */
  Duration left() {
    long own = longest - (time.nanos() - begin - excluded);
    return Duration.ofNanos(Math.max(0, Math.min(own, listener.left().toNanos())));
  }

  boolean allows(Duration wait) {
    return wait.compareTo(left()) < 0;
  }
}
