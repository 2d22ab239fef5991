package io.github.thriveaudience.internal;

import io.github.thriveaudience.error.ThriveException;
import java.io.Serial;

/** Carries a failure past {@link Retries}, since another attempt would be of no use. */
final class FinalFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient ThriveException failure;

  FinalFailure(ThriveException failure) {
    super(null, null, false, false);
    this.failure = failure;
  }

  ThriveException failure() {
    return failure;
  }
}
