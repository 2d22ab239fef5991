package io.github.thriveaudience.internal;

import java.io.IOException;
import java.io.Serial;

/** A body is larger than allowed. */
final class TooLargeException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  TooLargeException(int most) {
    super("the body is larger than the " + most + " bytes that maxResponseSize allows");
  }
}
