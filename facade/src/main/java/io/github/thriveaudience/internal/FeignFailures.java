package io.github.thriveaudience.internal;

import feign.FeignException;
import io.github.thriveaudience.error.ThriveException;
import java.util.Objects;

/** Feign wraps what a decoder throws into an exception that holds the request and its headers. */
final class FeignFailures {
  private FeignFailures() {}

  static ThriveException translate(FeignException wrapper, Call call) {
    return wrapper.getCause() instanceof ThriveException known
        ? known
        : unreadable(Objects.requireNonNullElse(wrapper.getCause(), wrapper), call);
  }

  /** Nothing that is known to happen; to try again would not help. */
  private static ThriveException unreadable(Throwable cause, Call call) {
    ThriveException failure =
        call.malformed("reading it failed with a " + cause.getClass().getSimpleName());
    failure.initCause(Causes.withoutData(cause));
    return failure;
  }
}
