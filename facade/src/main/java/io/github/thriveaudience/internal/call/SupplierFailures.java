package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/** The exceptions for suppliers that users gave to the builder. */
public final class SupplierFailures {
  private SupplierFailures() {}

  /**
   * A supplier threw an exception.
   *
   * @param what what is supplied, such as {@code the credentials}
   */
  public static SupplierFailedException failed(String what, Throwable cause) {
    return new SupplierFailedException(
        Texts.format(
            "The supplier of %s failed with a %s, so no request was sent.",
            what, cause.getClass().getName()),
        cause);
  }

  /**
   * Whether a supplier failed because the calling thread was interrupted.
   *
   * @param thrown what it threw
   */
  public static boolean isInterruption(@Nullable Throwable thrown) {
    return Thread.currentThread().isInterrupted()
        || isOfInterruption(thrown)
        || (thrown != null && isOfInterruption(thrown.getCause()));
  }

  private static boolean isOfInterruption(@Nullable Throwable thrown) {
    return thrown instanceof InterruptedException || thrown instanceof ClosedByInterruptException;
  }

  /** The thread was interrupted in a supplier, or while it waited for one; it stays interrupted. */
  public static ThriveInterruptedException interrupted(String what, @Nullable Throwable cause) {
    Thread.currentThread().interrupt();
    return new ThriveInterruptedException(
        Texts.format("The thread was interrupted while it waited for the supplier of %s.", what),
        cause);
  }

  /**
   * A supplier of this library failed.
   *
   * @param why the reason, as a sentence, which shows no secret
   */
  public static SupplierFailedException failedSince(String what, String why, Throwable cause) {
    return new SupplierFailedException(
        Texts.format("The supplier of %s failed, so no request was sent. %s", what, why), cause);
  }

  /**
   * A supplier uses the client that asks it.
   *
   * @param cause what the supplier threw, or null
   */
  public static SupplierFailedException recursive(String what, @Nullable Throwable cause) {
    return new SupplierFailedException(
        Texts.format(
            "The supplier of %s calls the client that asks it, which would wait for itself. Use"
                + " another client in the supplier.",
            what),
        cause);
  }

  /**
   * A supplier returned what cannot be used.
   *
   * @param why the reason, as the end of a sentence; without the value, which may be a secret
   */
  public static SupplierFailedException unusable(
      String what, String why, @Nullable Throwable cause) {
    return new SupplierFailedException(
        Texts.format(
            "The supplier of %s returned what cannot be used: %s. No request was sent.", what, why),
        cause);
  }
}
