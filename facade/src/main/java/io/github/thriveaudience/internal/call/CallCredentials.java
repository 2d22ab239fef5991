package io.github.thriveaudience.internal.call;

/** The credentials that the requests of a call carry. Thread-safe. */
@FunctionalInterface
public interface CallCredentials {

  /**
   * Gets the credentials of the next request before it waits at the gate, so that it can leave at
   * once when its turn comes.
   *
   * @throws NonRetryableException if there are none
   */
  default void prepare(CallContext call) {}

  /** Whether the next request can leave without a wait for its credentials. */
  default boolean areReady() {
    return true;
  }

  /**
   * Gives the next attempt other credentials after the server rejected those of the latest one, or
   * returns false.
   *
   * @throws NonRetryableException if that fails
   */
  boolean renew(CallContext rejected);
}
