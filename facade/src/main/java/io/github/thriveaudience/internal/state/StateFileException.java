package io.github.thriveaudience.internal.state;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read or written as a state. The message continues a sentence that begins
 * with the file. It quotes nothing of its content.
 */
final class StateFileException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private static final String RESTORE =
      "Restore it from a backup. If there is none, delete it to begin anew: then everybody has"
          + " joined, and nobody who left meanwhile is reported.";

  private final String remedy;

  private StateFileException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  static StateFileException empty() {
    return new StateFileException("is empty", RESTORE);
  }

  static StateFileException truncated(String detail) {
    return new StateFileException("is truncated: " + detail, RESTORE);
  }

  static StateFileException damaged(@Nullable String detail) {
    return new StateFileException("is damaged: " + detail, RESTORE);
  }

  static StateFileException noState() {
    return new StateFileException(
        "is not a membership state, or its first line is damaged",
        "Check the path. If it is right: " + RESTORE);
  }

  static StateFileException newer(int version) {
    return new StateFileException(
        "has version " + version + ", and this client reads version " + StateFormat.VERSION,
        "Use the version of the client that wrote it, or a newer one.");
  }

  static StateFileException noFile() {
    return new StateFileException("is not a regular file", "Name a file.");
  }

  static StateFileException noFolder() {
    return new StateFileException(
        "is in a folder that does not exist", "Check the path, or create the folder.");
  }

  static StateFileException readOnly() {
    return new StateFileException(
        "is read-only", "Allow the user of this process to write it, or name another file.");
  }

  /** Adds what to do about a failure to read. */
  static StateFileException ofReading(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return new StateFileException(
          "does not exist",
          "Check the path. For a first run, when everybody has joined, use readOrEmpty.");
    }
    if (failure instanceof AccessDeniedException) {
      return new StateFileException(
          "cannot be read: permission denied", "Allow the user of this process to read it.");
    }
    return general("cannot be read", failure);
  }

  /** Adds what to do about a failure to write. */
  static StateFileException ofWriting(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return new StateFileException(
          "cannot be written: permission denied",
          "Allow the user of this process to write to its folder.");
    }
    if (failure instanceof AtomicMoveNotSupportedException) {
      return new StateFileException(
          "cannot be written: its file system cannot replace a file as a whole",
          "Name a file on another one.");
    }
    return general("cannot be written", failure);
  }

  private static StateFileException general(String problem, IOException failure) {
    return failure instanceof StateFileException known
        ? known
        : new StateFileException(
            problem + ": " + reason(failure), "Mend that, or name another file.");
  }

  /** Such as "No space left on device". */
  private static String reason(IOException failure) {
    String reason =
        failure instanceof FileSystemException ofFile ? ofFile.getReason() : failure.getMessage();
    return Objects.requireNonNullElse(reason, failure.getClass().getSimpleName());
  }

  /** What to do, as sentences. */
  String remedy() {
    return remedy;
  }
}
