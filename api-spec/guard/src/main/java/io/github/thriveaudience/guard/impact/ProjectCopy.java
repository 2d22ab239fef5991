package io.github.thriveaudience.guard.impact;

import io.github.thriveaudience.guard.contract.Contract;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * A copy of the project's sources, which can be edited and built without changing the project.
 *
 * @param folder the folder of the copy
 */
public record ProjectCopy(Path folder) {
  private static final Set<String> EXCLUDED = Set.of(".git", ".idea", "target");

  /** Copies a project into a folder and deletes an earlier copy. */
  public static ProjectCopy copyOf(Path project, Path folder) throws IOException {
    delete(folder);
    Files.walkFileTree(
        project,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            if (EXCLUDED.contains(String.valueOf(from.getFileName()))) {
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
    return new ProjectCopy(folder);
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

  /** Replaces the contract, with all its files, by the released one. */
  void releaseContract() throws IOException {
    Path released = contract().folder().resolve("released");
    try (var files = Files.walk(released)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = contract().folder().resolve(released.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** A jar of the generated client, after a build that compiled it. */
  Path generatedClient() throws IOException {
    Path target = folder.resolve("generated-client/target");
    Path classes = target.resolve("classes");
    Path jar = target.resolve("compared.jar");
    try (var files = Files.walk(classes);
        var entries = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
        entries.putNextEntry(
            new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, entries);
      }
    }
    return jar;
  }
}
