package io.github.thriveaudience.event;

/**
 * Is notified of what a client does. Override the methods of interest; the others do nothing.
 *
 * <p>An implementation must be thread-safe and quick: the client calls it on the threads that do
 * the work, several at once. It must not call the client that it listens to: on the thread that
 * requests a token, that call would wait for this very token.
 *
 * <p>The client logs the class of an exception that a listener throws, and goes on. An {@link
 * Error} is not hidden: once all other listeners have been notified, it ends the call in place of
 * its outcome.
 */
public interface ClientListener {

  /**
   * A client was built. Called before any other method.
   *
   * @param queue the requests of the client that wait, to ask at any time
   */
  default void onOpen(RequestQueue queue) {}

  /**
   * A listing begins. Called before its first request, on the thread that reads.
   *
   * @param listing the listing
   * @return what follows it until it ends; default: {@link Span#none}
   */
  default Span<ListingEvent> startListing(ListingInfo listing) {
    return Span.none();
  }

  /**
   * A call begins, before its first request and before it waits for its turn. Called on the thread
   * that makes the call, on which the span is current until the call ends.
   *
   * @param call the call
   * @param listing what this listener returned for the listing that the call belongs to, or {@link
   *     Span#none} for a single page and for an access token
   * @return what follows it until it ends; default: {@link Span#none}
   */
  default Span<CallEvent> startCall(CallInfo call, Span<?> listing) {
    return Span.none();
  }

  /**
   * A request is about to leave. Called on the thread that makes the call, on which the span is
   * current until the request ends.
   *
   * @param request the request, to which headers can be added
   * @param call what this listener returned for the call
   * @return what follows it until it ends; default: {@link Span#none}
   */
  default Span<RequestEvent> startRequest(OutgoingRequest request, Span<?> call) {
    return Span.none();
  }

  /**
   * A request has ended, with a complete response or without one.
   *
   * @param event the request and its outcome
   */
  default void onRequest(RequestEvent event) {}

  /**
   * An attempt failed, and the client will retry.
   *
   * @param event the failure, and the delay before the next attempt
   */
  default void onRetry(RetryEvent event) {}

  /**
   * The server throttled a request: all requests of the client are paced from now on, or more
   * slowly than before.
   *
   * @param event the response, and how fast requests may leave
   */
  default void onThrottled(ThrottledEvent event) {}

  /**
   * The requests of the client are no longer paced.
   *
   * @param event how long they were
   */
  default void onThrottlingEnded(ThrottlingEndedEvent event) {}

  /**
   * A page of members was read.
   *
   * @param event the number of the page, and how many members it has
   */
  default void onPage(PageEvent event) {}

  /**
   * A call has ended, after all its attempts.
   *
   * @param event the call and its outcome
   */
  default void onCall(CallEvent event) {}
}
