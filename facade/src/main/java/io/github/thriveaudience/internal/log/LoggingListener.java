package io.github.thriveaudience.internal.log;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import io.github.thriveaudience.event.ThrottlingEndedEvent;
import io.github.thriveaudience.internal.call.ApiExceptions;
import io.github.thriveaudience.internal.call.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs what a client does. A line names no audience, no member and no secret. Exceptions are not
 * logged, since their messages name the audience and the caller receives them.
 */
public final class LoggingListener implements ClientListener {
  /** Users set levels for this name, so it is not the name of a class. */
  public static final String NAME = "io.github.thriveaudience.client";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);

  @Override
  public void onRequest(RequestEvent event) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{}: {} after {} ms, attempt {}, {} bytes sent, {} bytes received{}",
          request(event.call()),
          outcome(event.status(), event.failure()),
          event.duration().toMillis(),
          event.attempt(),
          event.bytesSent(),
          event.bytesReceived(),
          ids(event.call(), event.requestId()));
    }
  }

  /** A retry of a throttled request is no news: throttling itself is logged once. */
  @Override
  public void onRetry(RetryEvent event) {
    LOG.atLevel(ApiExceptions.isThrottled(event.failure()) ? Level.DEBUG : Level.INFO)
        .log(
            "{}: attempt {} ended with {}, the next one starts in {} ms{}",
            request(event.call()),
            event.attempt(),
            outcome(event.status(), event.failure()),
            event.delay().toMillis(),
            ids(event.call(), event.failure().requestId()));
  }

  @Override
  public void onThrottled(ThrottledEvent event) {
    LOG.atLevel(event.begins() ? Level.WARN : Level.DEBUG)
        .log(
            "{} throttles this client with a {}{}: at most {} requests per second may leave{}",
            event.call().destination(),
            event.status(),
            event.duration().isZero() ? "" : ", for " + event.duration().toSeconds() + " s",
            Texts.format("%.1f", event.requestsPerSecond()),
            ids(event.call(), event.requestId()));
  }

  @Override
  public void onThrottlingEnded(ThrottlingEndedEvent event) {
    LOG.info(
        "{} no longer throttles this client: of {} requests in {} s, {} were throttled",
        event.destination(),
        event.requests(),
        event.duration().toSeconds(),
        event.throttled());
  }

  /** A token that is renewed ahead of time may fail without any caller that waits for it. */
  @Override
  public void onCall(CallEvent event) {
    Throwable failure = event.failure();
    if (failure != null && event.call().operation() == Operation.REQUEST_TOKEN) {
      LOG.warn(
          "{} failed after {} requests: {}",
          request(event.call()),
          event.attempts(),
          inWords(event.call(), failure));
    }
  }

  /** The method, the path template and the server of a call. */
  public static String request(CallInfo call) {
    Operation operation = call.operation();
    return operation.method() + ' ' + operation.pathTemplate() + " of " + call.destination();
  }

  private static String outcome(@Nullable Integer status, @Nullable Throwable failure) {
    if (status != null && (failure == null || status >= 300)) {
      return status.toString();
    }
    return failure == null ? "nothing" : failure.getClass().getSimpleName();
  }

  /**
   * The message of an exception of this client, which ends with the ids. Other messages may hold
   * anything, so the class stands for them.
   */
  private static String inWords(CallInfo call, Throwable failure) {
    return failure instanceof ThriveException ours
        ? ours.getMessage()
        : failure.getClass().getSimpleName() + ids(call, null);
  }

  /** The ids at the end of a line. */
  public static String ids(CallInfo call, @Nullable String requestId) {
    String ours = ", correlation id " + call.correlationId();
    return requestId == null ? ours : ours + ", request id " + requestId;
  }
}
