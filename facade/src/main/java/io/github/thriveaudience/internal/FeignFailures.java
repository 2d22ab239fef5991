package io.github.thriveaudience.internal;

import feign.FeignException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;

/** Feign wraps what a decoder throws into an exception that holds the request and its headers. */
final class FeignFailures {
  private FeignFailures() {}

  static ThriveException translate(FeignException wrapper, Call call) {
    if (wrapper.getCause() instanceof ThriveException known) {
      return known;
    }
    return new ThriveConnectionException(
        "The call of %s for %s failed.".formatted(call.destination(), call.subject()),
        wrapper.getCause());
  }
}
