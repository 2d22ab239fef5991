package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Counts the jars that users of each client get, and their size. */
final class WeightMeasurement implements Measurement {
  private static final String TEXT =
      "The runtime jars of each client, including the classes generated from the spec: this client"
          + " has them in its jars; for a stock client their compressed size is added. The loop's own"
          + " class belongs to the user and is not counted. The generated poms name the libraries of the"
          + " stock clients; test dependencies are left out.";

  @Override
  public Section measure(Workspace workspace, String baseUri) throws IOException {
    long loop = bytes(workspace, ClientKind.LOOP);
    Table table = new Table("client", "jars", "size", "of the loop");
    for (ClientKind client : ClientKind.values()) {
      long bytes = bytes(workspace, client);
      table.row(
          client.label,
          jars(workspace, client),
          Table.number(bytes / 1e6, 2) + " MB",
          Table.number((double) bytes / loop, 2));
    }
    return new Section("Weight", TEXT, table, List.of());
  }

  /** The generated classes of a stock client would be a jar as well. */
  private static int jars(Workspace workspace, ClientKind client) throws IOException {
    return client.libraries(workspace).size() + (client.isStock() ? 1 : 0);
  }

  private static long bytes(Workspace workspace, ClientKind client) throws IOException {
    long bytes = client.isStock() ? generated(workspace, client) : 0;
    for (Path jar : client.libraries(workspace)) {
      bytes += Files.size(jar);
    }
    return bytes;
  }

  private static long generated(Workspace workspace, ClientKind client) throws IOException {
    String classes = "io/github/thriveaudience/benchmark/stock/" + client.stockPackage + '/';
    long bytes = 0;
    try (ZipFile jar = new ZipFile(workspace.jar().toFile())) {
      for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        bytes += entry.getName().startsWith(classes) ? entry.getCompressedSize() : 0;
      }
    }
    return bytes;
  }
}
