package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file in which a JVM keeps loaded classes for the next one, as the facade's README recommends:
 * an AOT cache from Java 25 on, else an archive of class-data sharing.
 *
 * @param file the file
 */
record StartCache(Path file) {
  private static final boolean AOT = Runtime.version().feature() >= 25;

  /** A cache that does not exist yet. */
  static StartCache in(Path folder, ClientKind client) throws IOException {
    Path file = folder.resolve(client.id + (AOT ? ".aot" : ".jsa"));
    Files.deleteIfExists(file);
    return new StartCache(file);
  }

  /** The first run, which writes the file when it ends. */
  ChildJvm writer(ChildJvm jvm) {
    return jvm.with((AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
  }

  /** A later run. */
  ChildJvm reader(ChildJvm jvm) {
    return jvm.with((AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file);
  }
}
