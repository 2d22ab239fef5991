package io.github.thriveaudience.internal.http;

import feign.FeignException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.response.ErrorResponse;
import io.github.thriveaudience.internal.response.UnreadableBodyException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls a generated interface and turns its failures into exceptions that name the call. Feign
 * wraps what a decoder throws in an exception that holds the request with its headers; that
 * exception is discarded here.
 */
public final class FeignCalls {
  private FeignCalls() {}

  /**
   * Sends one request.
   *
   * @param errors makes an exception of a response that is an error
   * @throws ThriveException if there is no response, or not the documented one
   */
  public static <T> T send(
      CallContext context, Supplier<T> request, Function<ErrorResponse, ThriveException> errors) {
    try {
      return request.get();
    } catch (ErrorResponse error) {
      throw errors.apply(error);
    } catch (FeignException e) {
      throw unreadable(Objects.requireNonNullElse(e.getCause(), e), context);
    }
  }

  private static ThriveException unreadable(Throwable cause, CallContext context) {
    if (!(cause instanceof UnreadableBodyException body)) {
      // No known failure: a retry would not help.
      ThriveException failure =
          context.call().malformed("reading it failed with a " + cause.getClass().getSimpleName());
      failure.initCause(CauseSanitizer.withoutData(cause));
      return failure;
    }
    String what = Objects.requireNonNull(body.getMessage());
    if (body.kind() == UnreadableBodyException.Kind.TRUNCATED) {
      return context.call().truncated(what);
    }
    if (body.kind() == UnreadableBodyException.Kind.MAYBE_TRUNCATED) {
      context.setMaybeTruncated();
    }
    return context.call().malformed(what);
  }
}
