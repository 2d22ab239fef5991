package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.CallDescription;
import java.util.function.Function;

/**
 * Builds an exception that is none of an error response: see {@link TestFailures}. For one thread.
 *
 * @param <E> the exception
 */
public final class OtherFailureBuilder<E extends ThriveException>
    extends FailureBuilder<OtherFailureBuilder<E>, E> {
  private final Function<CallDescription, E> constructor;

  OtherFailureBuilder(Function<CallDescription, E> constructor) {
    this.constructor = constructor;
  }

  @Override
  E create(CallDescription call) {
    return constructor.apply(call);
  }
}
