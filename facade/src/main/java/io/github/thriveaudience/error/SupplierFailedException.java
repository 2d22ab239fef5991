package io.github.thriveaudience.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A supplier that was given to the builder, of credentials or of a header, failed or returned what
 * cannot be used. No request was sent with it. The message names the supplier.
 */
public class SupplierFailedException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a supplier.
   *
   * @param message which supplier failed, and why
   * @param cause what the supplier threw, or null
   */
  public SupplierFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
