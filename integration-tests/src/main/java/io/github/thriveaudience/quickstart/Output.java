package io.github.thriveaudience.quickstart;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Standard output, or a file. */
final class Output implements AutoCloseable {
  private final PrintStream stream;
  private final @Nullable Path file;

  private Output(PrintStream stream, @Nullable Path file) {
    this.stream = stream;
    this.file = file;
  }

  /**
   * Opens an output. A file is emptied at once, so that it never has an earlier run's output.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  static Output to(@Nullable Path file, PrintStream standardOutput) {
    if (file == null) {
      return new Output(standardOutput, null);
    }
    try {
      return new Output(
          new PrintStream(
              new BufferedOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8),
          file);
    } catch (IOException e) {
      throw new UncheckedIOException("output cannot be written: " + e, e);
    }
  }

  PrintStream stream() {
    return stream;
  }

  /**
   * Sends what is buffered.
   *
   * @throws IllegalStateException if something was not written
   */
  void requireWritten() {
    if (stream.checkError()) {
      throw new IllegalStateException(
          (file == null ? "standard output" : file)
              + " cannot be written: closed, or the disk full");
    }
  }

  @Override
  public void close() {
    stream.flush();
    if (file != null) {
      stream.close();
    }
  }
}
