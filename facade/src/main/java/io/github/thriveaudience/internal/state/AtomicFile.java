package io.github.thriveaudience.internal.state;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Replaces a file as a whole: its path leads to the old content or to the new one, whenever the
 * process or the machine stops.
 */
final class AtomicFile {
  private static final FileAttribute<?>[] OWNER_ALONE = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };

  private final Path target;

  /**
   * Names a file.
   *
   * @param target an absolute path that is not a symbolic link
   */
  AtomicFile(Path target) {
    this.target = target;
  }

  void replace(Content content) throws IOException {
    TemporaryFiles temporaryFiles = new TemporaryFiles(target);
    Path temporary = temporaryFiles.create(permissions());
    try {
      write(temporary, content);
      temporaryFiles.removeAbandoned(temporary);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      TemporaryFiles.remove(temporary);
    }
    forceFolder();
  }

  /** Where there are no such permissions, the file inherits those of its folder. */
  private FileAttribute<?>[] permissions() {
    return target.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? OWNER_ALONE
        : new FileAttribute<?>[0];
  }

  private static void write(Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      content.writeTo(out);
      // Otherwise the new name could outlive a power failure, and the content not.
      channel.force(true);
    }
  }

  /** Makes the new name durable. Some systems cannot: then the old file may come back. */
  private void forceFolder() {
    try (FileChannel folder = FileChannel.open(Paths.folder(target), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException | UnsupportedOperationException e) {
      // The content is in place, whole.
    }
  }

  /** Writes the content of a file. */
  interface Content {

    /** Writes to a stream that it does not close. */
    void writeTo(OutputStream out) throws IOException;
  }
}
