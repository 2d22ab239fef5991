package io.github.thriveaudience.internal.state;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/** The files that are written beside another one, to take its place. */
final class TemporaryFiles {
  private static final String SUFFIX = ".tmp";

  /** Far longer than a file is written, so that no other process is writing it. */
  private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

  private final Path folder;
  private final String prefix;
  private final Pattern names;

  TemporaryFiles(Path target) {
    this.folder = Paths.folder(target);
    this.prefix = "." + target.getFileName() + ".";
    this.names = Pattern.compile(Pattern.quote(prefix) + "[0-9a-f-]{36}" + Pattern.quote(SUFFIX));
  }

  /** Creates one with a name of its own, so that concurrent writers do not disturb each other. */
  Path create(FileAttribute<?>... permissions) throws IOException {
    return Files.createFile(folder.resolve(prefix + UUID.randomUUID() + SUFFIX), permissions);
  }

  /**
   * Removes those whose process was killed: they have personal data.
   *
   * @param current one that was just written, whose time comes from the same clock
   */
  void removeAbandoned(Path current) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, this::isOurs)) {
      FileTime latest =
          FileTime.from(Files.getLastModifiedTime(current).toInstant().minus(ABANDONED_AFTER));
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(latest) < 0) {
          remove(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The next writer tries again.
    }
  }

  private boolean isOurs(Path file) {
    return names.matcher(file.getFileName().toString()).matches();
  }

  /** Removes a file, if it can be removed. */
  static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Another failure says more, or none matters.
    }
  }
}
