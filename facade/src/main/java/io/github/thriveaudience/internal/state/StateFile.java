package io.github.thriveaudience.internal.state;

import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes the file of a state. */
public final class StateFile {
  private StateFile() {}

  /**
   * Whether there is no such file yet. A folder that is missing is another matter: the path is
   * wrong, or a volume is not mounted.
   */
  public static boolean isMissing(Path file) {
    try {
      Path target = Paths.target(file);
      return Files.notExists(target) && Files.isDirectory(Paths.folder(target));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a file.
   *
   * @throws UncheckedIOException if it cannot be read, or is not a whole state; the message names
   *     the file and what to do
   */
  public static void read(Path file, StateSink sink) {
    try {
      requireFolder(Paths.target(file));
      requireRegular(file);
      try (InputStream in = Files.newInputStream(file)) {
        StateReader.read(in, sink);
      }
    } catch (IOException e) {
      throw failure(file, StateFileException.ofReading(e), e);
    }
  }

  /**
   * Replaces a file, or makes it. An interrupt that came before does not prevent it: the changes
   * are applied already.
   *
   * @throws UncheckedIOException if it cannot be written; the message names the file and what to do
   */
  public static void write(Path file, StateHeader header, Iterable<AudienceMember> members) {
    boolean interrupted = Thread.interrupted();
    try {
      Path target = Paths.target(file);
      requireReplaceable(target);
      new AtomicFile(target).replace(out -> StateWriter.write(out, header, members));
    } catch (IOException e) {
      throw failure(file, StateFileException.ofWriting(e), e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A device or a pipe would be read without end, or replaced. */
  private static void requireRegular(Path file) throws StateFileException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw StateFileException.noFile();
    }
  }

  private static void requireReplaceable(Path target) throws StateFileException {
    requireRegular(target);
    requireFolder(target);
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw StateFileException.readOnly();
    }
  }

  private static void requireFolder(Path target) throws StateFileException {
    if (!Files.isDirectory(Paths.folder(target))) {
      throw StateFileException.noFolder();
    }
  }

  private static UncheckedIOException failure(
      Path file, StateFileException problem, IOException cause) {
    return new UncheckedIOException(
        "The state file " + file + " " + problem.getMessage() + ". " + problem.remedy(), cause);
  }
}
