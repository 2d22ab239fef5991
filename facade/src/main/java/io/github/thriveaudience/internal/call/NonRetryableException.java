package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveException;
import java.io.Serial;

/** Carries a failure past the retries: another attempt would fail too. */
public final class NonRetryableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient ThriveException failure;

  public NonRetryableException(ThriveException failure) {
    super(null, null, false, false);
    this.failure = failure;
  }

  public ThriveException failure() {
    return failure;
  }
}
