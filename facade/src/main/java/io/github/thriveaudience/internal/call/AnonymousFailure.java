package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;

/**
 * Copies failures for traces, which are stored with the class, the message and the stack trace of
 * an exception: the copy has a message without an audience, and no cause.
 */
public final class AnonymousFailure {
  private AnonymousFailure() {}

  /** A copy of the same class, or of the nearest one that the client throws. */
  public static Throwable of(Throwable failure) {
    Throwable copy = copy(failure);
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }

  private static Throwable copy(Throwable failure) {
    if (failure instanceof ThriveApiException response) {
      int status = response.status();
      return ApiExceptions.of(ApiError.of(status), "The server responded with " + status + '.');
    }
    return failure instanceof ThriveException known ? ofClient(known) : other(failure);
  }

  private static Throwable ofClient(ThriveException failure) {
    if (failure instanceof TokenRequestException) {
      return new TokenRequestException("The token endpoint refused.", "not shown", null);
    }
    if (failure instanceof MalformedResponseException) {
      return new MalformedResponseException(
          "The response is not what the API reference describes.");
    }
    if (failure instanceof SupplierFailedException) {
      return new SupplierFailedException("A supplier failed.", null);
    }
    if (failure instanceof ThriveInterruptedException) {
      return new ThriveInterruptedException("The thread was interrupted.", null);
    }
    if (failure instanceof ThriveTimeoutException) {
      return new ThriveTimeoutException("There was no complete response in time.", null);
    }
    return failure instanceof ThriveConnectionException
        ? new ThriveConnectionException("There was no complete response.", null)
        : other(failure);
  }

  /** Its message can hold anything. */
  private static Throwable other(Throwable failure) {
    return new IllegalStateException(failure.getClass().getName());
  }
}
