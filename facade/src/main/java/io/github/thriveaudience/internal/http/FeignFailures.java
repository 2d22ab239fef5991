package io.github.thriveaudience.internal.http;

import feign.FeignException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.CallDescription;
import java.util.Objects;

/** Feign wraps what a decoder throws into an exception that holds the request and its headers. */
public final class FeignFailures {
  private FeignFailures() {}

  public static ThriveException translate(FeignException wrapper, CallDescription call) {
    return wrapper.getCause() instanceof ThriveException known
        ? known
        : unreadable(Objects.requireNonNullElse(wrapper.getCause(), wrapper), call);
  }

  /** Nothing that is known to happen; to try again would not help. */
  private static ThriveException unreadable(Throwable cause, CallDescription call) {
    ThriveException failure =
        call.malformed("reading it failed with a " + cause.getClass().getSimpleName());
    failure.initCause(CauseSanitizer.withoutData(cause));
    return failure;
  }
}
