package io.github.thriveaudience.internal.state;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a path leads. */
final class Paths {
  /** As many as Linux follows. */
  private static final int MAX_LINKS = 40;

  private Paths() {}

  /** Follows symbolic links, also to a file that does not exist yet. */
  static Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    for (int followed = 0; Files.isSymbolicLink(target); followed++) {
      if (followed == MAX_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  /**
   * The folder of a file.
   *
   * @param target an absolute path that is not a root
   */
  static Path folder(Path target) {
    Path folder = target.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a root has no folder");
    }
    return folder;
  }
}
