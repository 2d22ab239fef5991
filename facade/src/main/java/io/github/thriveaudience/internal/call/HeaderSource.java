package io.github.thriveaudience.internal.call;

import java.util.function.BiConsumer;

/** Gives each request headers just before it is sent. */
public interface HeaderSource {

  /**
   * Adds headers.
   *
   * @param headers takes a name and a value, which replace a header of that name
   * @param call the call that the request belongs to
   */
  void addTo(BiConsumer<String, String> headers, CallContext call);
}
