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

  /** Whether a request that was rejected can carry something else when it is repeated. */
  default boolean isRenewable() {
    return false;
  }

  /** Sees to it that the next request carries something else than this one. */
  default void renew(Request rejected) {}
}
