package io.github.thriveaudience.spring;

import io.github.thriveaudience.event.ClientListener;
import java.util.List;
import java.util.Optional;

/** A listener that the starter adds, where the application does not have one of its kind. */
@FunctionalInterface
interface DefaultListener {

  /**
   * Returns the listener, if it can be made.
   *
   * @param own the application's listeners
   */
  Optional<ClientListener> beside(List<ClientListener> own);
}
