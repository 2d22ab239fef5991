package io.github.thriveaudience.internal;

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
   * Told of a request that the server answered with 401.
   *
   * @return whether the same request would now carry something else, so that it is worth repeating
   */
  default boolean renewsAfter(Request rejected) {
    return false;
  }
}
