package io.github.thriveaudience.internal.call;

import feign.Request;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.internal.failure.FailureDetails;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call while it lasts: its deadline, the listing that it belongs to, the
 * response to its latest request. It travels through Feign as the options of each request, which
 * Feign hands on as they are. For one thread.
 */
public final class CallContext extends Request.Options {
  private final CallDescription call;
  private final CallInfo info;
  private final Time time;
  private final long begin;
  private final long timeout;
  private final CallOwner owner;

  /** Waits at the gate, which are not the call's time. */
  private long queued;

  /** The wait before the latest request. */
  private long latestQueued;

  private int requests;
  private @Nullable Integer status;
  private @Nullable String requestId;
  private Map<String, List<String>> headers = Map.of();
  private @Nullable String authorization;
  private boolean maybeTruncated;
  private Span<CallEvent> span = Span.none();

  /**
   * The context of a call that begins now.
   *
   * @param timeout the time that the call may take
   */
  public CallContext(CallDescription call, Time time, Duration timeout, CallOwner owner) {
    this.call = call;
    this.info = call.info(UUID.randomUUID().toString());
    this.time = time;
    this.begin = time.nanos();
    this.timeout = timeout.toNanos();
    this.owner = owner;
  }

  /** The context that travels in the options of a request. */
  public static CallContext of(Request.Options options) {
    return (CallContext) Objects.requireNonNull(options);
  }

  /** What messages say of the call. */
  public CallDescription call() {
    return call;
  }

  /** What events say of the call. */
  public CallInfo info() {
    return info;
  }

  /** The number of requests that were sent so far. */
  public int requests() {
    return requests;
  }

  /** Notes that a request is sent. */
  public void sending() {
    requests++;
    maybeTruncated = false;
    status = null;
    requestId = null;
    headers = Map.of();
    owner.sent();
  }

  /** Notes the head of the response to the latest request. */
  public void responded(int status, @Nullable String requestId) {
    this.status = status;
    this.requestId = requestId;
  }

  /** Notes those headers of the latest response that users want to see. */
  public void setHeaders(Map<String, List<String>> exposed) {
    headers = exposed;
  }

  /** Those headers of the latest response that users want to see. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The status of the response to the latest request, or null if there is none. */
  public @Nullable Integer status() {
    return status;
  }

  /** The server's id of the latest request, or null if there is none. */
  public @Nullable String requestId() {
    return requestId;
  }

  /** Notes the header {@code Authorization} of the next request, which is a secret, or null. */
  public void authorizedBy(@Nullable String header) {
    authorization = header;
  }

  /** The header {@code Authorization} of the latest request, or null if it has none. */
  public @Nullable String authorization() {
    return authorization;
  }

  /** Notes that the latest response may be truncated, so that a retry may help. */
  public void setMaybeTruncated() {
    maybeTruncated = true;
  }

  /** Whether the latest response may be truncated. */
  boolean isMaybeTruncated() {
    return maybeTruncated;
  }

  /** Gives a failure the ids of the call that it ended, unless it has those of another call. */
  void identify(ThriveException failure) {
    FailureDetails.of(failure).identify(info.correlationId(), requestId);
  }

  /** Starts what listeners follow the call by. */
  Span<CallEvent> start(ClientListener events) {
    span = events.startCall(info, owner.span());
    return span;
  }

  /** What listeners follow the call by. */
  public Span<CallEvent> span() {
    return span;
  }

  CallEvent ended(@Nullable Throwable failure) {
    return CallEvent.of(info, requests, sinceBegin(), status, failure);
  }

  private Duration sinceBegin() {
    return Duration.ofNanos(time.nanos() - begin);
  }

  /** Notes a wait at the gate. */
  void queued(long nanos) {
    queued += nanos;
    latestQueued = nanos;
  }

  /** The time that the latest request waited at the gate. */
  public Duration queued() {
    return Duration.ofNanos(latestQueued);
  }

  /** What is left of the call: zero or more. */
  public Duration left() {
    long own = timeout - (time.nanos() - begin - queued);
    return Duration.ofNanos(Math.max(0, own));
  }

  boolean allows(Duration wait) {
    return wait.compareTo(left()) < 0;
  }
}
