package io.github.thriveaudience.event;

/**
 * Hears what a client does: override what is of interest. Called on the threads that do the work,
 * several at once, so it must be thread-safe and quick. An exception that it throws is logged by
 * its class and changes nothing. An {@link Error} is not hidden: once all other listeners have been
 * notified, it ends the call in place of its outcome. It must not call the client that it listens
 * to: on the thread that requests a token, that call would wait for this very token.
 */
public interface ClientListener {

  /**
   * A request has come to its end.
   *
   * @param event what is known of it
   */
  default void onRequest(RequestEvent event) {}

  /**
   * An attempt has failed, and another one follows.
   *
   * @param event what is known of it
   */
  default void onRetry(RetryEvent event) {}

  /**
   * The server has asked all calls of the client to wait.
   *
   * @param event what is known of it
   */
  default void onThrottled(ThrottledEvent event) {}

  /**
   * A page of members has come.
   *
   * @param event what is known of it
   */
  default void onPage(PageEvent event) {}

  /**
   * A call has come to its end.
   *
   * @param event what is known of it
   */
  default void onCall(CallEvent event) {}
}
