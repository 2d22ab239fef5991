package io.github.thriveaudience.internal.config;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** A file with a secret cannot be used. The message names the file, and quotes nothing of it. */
public final class SecretFileException extends UncheckedIOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for a file.
   *
   * @param message a sentence that names the file
   * @param cause quotes nothing of the file either
   */
  public SecretFileException(String message, IOException cause) {
    super(message, cause);
  }
}
