package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallCredentials;
import io.github.thriveaudience.internal.call.HeaderSource;
import java.util.function.BiConsumer;

/**
 * Authenticates requests. It is apart from the public type of credentials so that no internal type
 * shows there.
 */
public interface Authentication extends HeaderSource, CallCredentials {

  /**
   * The value of the header {@code Authorization}.
   *
   * @throws io.github.thriveaudience.internal.call.NonRetryableException if there is none
   */
  String authorization(CallContext call);

  /**
   * Checks that the calling thread is not in a supplier that this waits for.
   *
   * @throws io.github.thriveaudience.error.SupplierFailedException if it is
   */
  default void requireOtherThread() {}

  @Override
  default boolean renew(CallContext rejected) {
    return false;
  }

  @Override
  default void addTo(BiConsumer<String, String> headers, CallContext call) {
    String value = authorization(call);
    call.authorizedBy(value);
    headers.accept("Authorization", value);
  }
}
