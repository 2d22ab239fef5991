package io.github.thriveaudience.readme;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Markdown files of this project. */
final class Documents {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path README = ROOT.resolve("README.md");
  static final Path FACADE = ROOT.resolve("facade/README.md");
  static final Path CONTRIBUTING = ROOT.resolve(".github/CONTRIBUTING.md");

  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

  private Documents() {}

  static List<Path> all() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** The Java blocks of all files. */
  static List<Block> snippets() throws IOException {
    List<Block> snippets = new ArrayList<>();
    for (Path file : all()) {
      Markdown.read(file).blocks("java").forEach(snippets::add);
    }
    return snippets;
  }
}
