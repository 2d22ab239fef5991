package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** How many jars a user takes in, and how large they are. */
final class WeightPart implements Part {
  private static final String TEXT =
      "The jars that each brings at runtime, and with them the classes generated from the spec,"
          + " compressed: of this client in its jars, of a stock client beside them. The loop's own"
          + " class is the user's and not counted. Of the stock clients' libraries the generated"
          + " poms say which they are; their tests' are left out.";

  @Override
  public Section measure(Workspace workspace, String baseUri) throws IOException {
    long loop = bytes(workspace, Contenders.LOOP);
    Table table = new Table("client", "jars", "size", "of the loop");
    for (Contenders contender : Contenders.values()) {
      long bytes = bytes(workspace, contender);
      table.row(
          contender.label,
          jars(workspace, contender),
          Table.number(bytes / 1e6, 2) + " MB",
          Table.number((double) bytes / loop, 2));
    }
    return new Section("Weight", TEXT, table, List.of());
  }

  /** The generated classes of a stock client would be a jar as well. */
  private static int jars(Workspace workspace, Contenders contender) throws IOException {
    return contender.libraries(workspace).size() + (contender.isPeer() ? 1 : 0);
  }

  private static long bytes(Workspace workspace, Contenders contender) throws IOException {
    long bytes = contender.isPeer() ? generated(workspace, contender) : 0;
    for (Path jar : contender.libraries(workspace)) {
      bytes += Files.size(jar);
    }
    return bytes;
  }

  private static long generated(Workspace workspace, Contenders contender) throws IOException {
    String classes = "io/github/thriveaudience/benchmark/peer/" + contender.peerPackage + '/';
    long bytes = 0;
    try (ZipFile jar = new ZipFile(workspace.peers().toFile())) {
      for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        bytes += entry.getName().startsWith(classes) ? entry.getCompressedSize() : 0;
      }
    }
    return bytes;
  }
}
