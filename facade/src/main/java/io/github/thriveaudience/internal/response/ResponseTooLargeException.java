package io.github.thriveaudience.internal.response;

import java.io.IOException;
import java.io.Serial;

/** A body is larger than its maximum. */
public final class ResponseTooLargeException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final int max;

  public ResponseTooLargeException(int max) {
    this.max = max;
  }

  @Override
  public String getMessage() {
    return "the body is larger than the " + max + " bytes that maxResponseSize allows";
  }
}
