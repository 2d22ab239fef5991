package io.github.thriveaudience.internal.call;

import java.util.function.BiConsumer;

/** Adds headers to each request just before it is sent. */
public interface HeaderSource {

  /**
   * Adds headers.
   *
   * @param headers takes a name and a value; a header of that name is replaced
   * @param call the call that the request belongs to
   */
  void addTo(BiConsumer<String, String> headers, CallContext call);
}
