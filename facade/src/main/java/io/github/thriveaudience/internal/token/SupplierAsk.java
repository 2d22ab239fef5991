package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.FailureCopier;
import io.github.thriveaudience.internal.call.SupplierFailures;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One call of a supplier: the thread that makes it, and the threads that wait for its outcome. */
final class SupplierAsk {
  private final CompletableFuture<@Nullable CheckedCredentials> outcome = new CompletableFuture<>();
  private final Thread asking = Thread.currentThread();

  /** Written by the asking thread alone. */
  private boolean recursive;

  private boolean over;
  private boolean interrupted;

  /**
   * Checks that the calling thread is not the one in the supplier.
   *
   * @throws SupplierFailedException if it is
   */
  void requireOtherThread() {
    if (asking == Thread.currentThread()) {
      recursive = true;
      throw SupplierFailures.recursive(SupplierAnswers.WHAT, null);
    }
  }

  /** Interrupts the supplier, and ends all waits for it. */
  synchronized void end(RuntimeException closed) {
    if (!over) {
      interrupted = true;
      asking.interrupt();
    }
    outcome.completeExceptionally(closed);
  }

  /** Takes back the interruption by {@link #end}; returns whether there was one. */
  synchronized boolean leaveSupplier() {
    over = true;
    if (interrupted) {
      boolean unused = Thread.interrupted();
    }
    return interrupted;
  }

  /** Wakes the waiting threads; without credentials each of them asks again. */
  void complete(@Nullable CheckedCredentials credentials) {
    outcome.complete(credentials);
  }

  void fail(Throwable failure) {
    outcome.completeExceptionally(failure);
  }

  /** Whether the supplier failed because the asking thread was interrupted. */
  boolean isInterruption(SupplierFailedException failure) {
    return SupplierFailures.isInterruption(failure.getCause());
  }

  /** The exception for the asking thread; the waiting ones were not interrupted, and ask again. */
  ThriveException interrupted(SupplierFailedException failure) {
    complete(null);
    return SupplierFailures.interrupted(SupplierAnswers.WHAT, failure.getCause());
  }

  /** The exception for the asking thread. Each waiting thread gets one of its own, too. */
  ThriveException failed(SupplierFailedException failure) {
    SupplierFailedException shared =
        recursive ? SupplierFailures.recursive(SupplierAnswers.WHAT, failure.getCause()) : failure;
    fail(shared);
    return new SupplierFailedException(
        Objects.requireNonNull(shared.getMessage()), shared.getCause());
  }

  /**
   * Waits for the outcome.
   *
   * @return the credentials, or null if the supplier must be asked again
   */
  @Nullable CheckedCredentials await(Duration timeout) {
    try {
      return outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw timedOut();
    } catch (InterruptedException e) {
      throw SupplierFailures.interrupted(SupplierAnswers.WHAT, e);
    } catch (ExecutionException e) {
      throw FailureCopier.of(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  static ThriveTimeoutException timedOut() {
    return new ThriveTimeoutException(
        "The supplier of "
            + SupplierAnswers.WHAT
            + " returned nothing within the timeout of the call.",
        null);
  }
}
