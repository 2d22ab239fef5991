package io.github.thriveaudience.spec.impact;

import io.github.thriveaudience.spec.Contract;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * A copy of the project's sources, to be edited and built without touching the project.
 *
 * @param folder where the copy is
 */
public record Workspace(Path folder) {
  private static final Set<String> LEFT_OUT = Set.of(".git", ".idea", "target");

  /** Copies a project into a folder, over what an earlier copy left there. */
  public static Workspace copyOf(Path project, Path folder) throws IOException {
    delete(folder);
    Files.walkFileTree(
        project,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_OUT.contains(String.valueOf(from.getFileName()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(folder.resolve(project.relativize(from)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                from,
                folder.resolve(project.relativize(from)),
                StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
    return new Workspace(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, IOException failure)
              throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The contract of the copy. */
  public Contract contract() {
    return new Contract(folder.resolve("api-spec"));
  }

  /** The jar of the generated client, once it is built. */
  Path generatedClient() throws IOException {
    Path built = folder.resolve("generated-client/target");
    try (var jars = Files.newDirectoryStream(built, "thrive-audience-generated-client-*.jar")) {
      return jars.iterator().next();
    }
  }
}
