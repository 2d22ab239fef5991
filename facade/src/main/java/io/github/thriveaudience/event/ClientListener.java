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
   * Throttling begins: a rate-limited response holds back all calls of the client.
   *
   * @param event the response, and for how long it holds them back
   */
  default void onThrottled(ThrottledEvent event) {}

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
