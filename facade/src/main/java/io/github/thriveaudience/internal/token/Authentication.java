package io.github.thriveaudience.internal.token;

import feign.Request;
import feign.RequestInterceptor;

/**
 * What credentials can do inside the facade. It is apart from the public type of credentials so
 * that no Feign type shows there.
 */
public interface Authentication {

  /** What puts the credentials on each request. */
  RequestInterceptor interceptor();

  /**
   * Sees to it that the next request carries something else than one that was rejected.
   *
   * @return whether it does
   */
  default boolean renew(Request rejected) {
    return false;
  }
}
